import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { RULE_TEXT } from '../src/rules/rule-text.js';

const folder = new URL('../src/rules/', import.meta.url);
const sources = readdirSync(folder)
  .filter((file) => !file.startsWith('rule-') && file !== 'index.ts')
  .map((file) => readFileSync(new URL(file, folder), 'utf8'))
  .join('\n');

describe('the sentences of the rules', () => {
  it('are written in both languages', () => {
    for (const { zh, en } of Object.values(RULE_TEXT)) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  it('say what is wrong, not that something is', () => {
    expect(RULE_TEXT['document.check-digit'].zh).toBe('第 18 位校验码不对，请核对');
    for (const { en } of Object.values(RULE_TEXT)) expect(en).not.toMatch(/invalid/i);
  });

  it.each(Object.keys(RULE_TEXT))('belong to a rule: %s', (code) => {
    expect(sources).toContain(`'${code}'`);
  });
});
