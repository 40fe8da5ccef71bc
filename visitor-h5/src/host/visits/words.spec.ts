import { describe, expect, it } from 'vitest';
import { words } from './words.ts';

describe('the words of my visits', () => {
  it('exist in both languages, with the same holes', () => {
    const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    expect(Object.keys(words.en)).toEqual(Object.keys(words.zh));
    for (const [key, text] of Object.entries(words.zh))
      expect(holes(words.en[key as keyof typeof words.zh]), key).toEqual(holes(text));
  });
});
