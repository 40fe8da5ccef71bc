import { describe, expect, it } from 'vitest';
import en from './en.ts';
import zh from './zh.ts';

describe('the sentences of the guard page', () => {
  it('exist in both languages, with the same holes', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [key, sentence] of Object.entries(zh))
      expect(holes(en[key as keyof typeof zh]), key).toEqual(holes(sentence));
  });

  it('are not empty', () => {
    expect([...Object.values(zh), ...Object.values(en)].filter((sentence) => !sentence.trim())).toEqual([]);
  });
});
