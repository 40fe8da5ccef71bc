import { describe, expect, it } from 'vitest';
import { isPassCode, isSamePass } from './pass-code.ts';

describe('a pass code', () => {
  it('is short or long, in the alphabet of base45', () => {
    expect(isPassCode('GH1:AB $%*+-./:9')).toBe(true);
    expect(isPassCode('GH2:AB')).toBe(true);
  });

  it('is nothing else', () => {
    for (const text of ['GH3:AB', 'GH1:', 'gh1:ab', 'GH1:ab', 'https://example.org', ' GH1:AB']) {
      expect(isPassCode(text)).toBe(false);
    }
  });

  it('is of the same pass while only its changing end differs', () => {
    const steady = 'GH1:ABCDEFGHIJKLMNOPQR';
    expect(isSamePass(`${steady}111`, `${steady}222`)).toBe(true);
    expect(isSamePass(`${steady}111`, 'GH1:ABCDEFGHIJKLMNOPQX111')).toBe(false);
  });
});
