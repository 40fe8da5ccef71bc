import { describe, expect, it } from '@jest/globals';
import { REASONS } from '../src/pass/reason.js';
import { CONFIRM_CAUSE_TEXT, REASON_TEXT } from '../src/pass/reason-text.js';

const everyText = REASONS.flatMap((reason) => Object.values(REASON_TEXT[reason]) as { zh: string; en: string }[]);

describe('the sentences of the reasons', () => {
  it('exist for all 26 and for no other', () => {
    expect(REASONS).toHaveLength(26);
    expect(Object.keys(REASON_TEXT)).toEqual([...REASONS]);
  });

  it('are written in both languages', () => {
    for (const { zh, en } of [...everyText, ...Object.values(CONFIRM_CAUSE_TEXT)]) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  it.each(REASONS)('fit the screen: %s', (reason) => {
    const { headline, guard, visitor, next } = REASON_TEXT[reason];
    expect(headline.zh.length).toBeLessThanOrEqual(8);
    expect(headline.en.length).toBeLessThanOrEqual(22);
    for (const sentence of [guard, visitor, next]) {
      expect(sentence.zh.length).toBeLessThanOrEqual(26);
      expect(sentence.zh).toMatch(/。$/);
      expect(sentence.en.length).toBeLessThanOrEqual(90);
      expect(sentence.en).toMatch(/[.?]$/);
    }
  });

  it('tell apart, for the guard, every reason from every other', () => {
    expect(new Set(REASONS.map((reason) => REASON_TEXT[reason].headline.zh)).size).toBe(26);
  });

  it('never let the visitor know of a blacklist', () => {
    const { visitor } = REASON_TEXT.BLACKLISTED;
    expect(visitor).toEqual(REASON_TEXT.NOT_APPROVED.visitor);
    expect(visitor).toEqual(REASON_TEXT.HOST_SUSPENDED.visitor);
    for (const reason of REASONS) {
      expect(REASON_TEXT[reason].visitor.zh).not.toMatch(/名单|黑|禁止/);
      expect(REASON_TEXT[reason].visitor.en).not.toMatch(/list|ban|forbid/i);
    }
  });
});
