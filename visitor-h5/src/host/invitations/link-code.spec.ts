import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { linkCode } from './link-code.ts';

/** The path drawn as pixels, four a module. */
function picture({ size, path }: { size: number; path: string }) {
  const scale = 4;
  const side = size * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let py = Number(y) * scale; py < (Number(y) + 1) * scale; py++)
      for (let px = Number(x) * scale; px < (Number(x) + Number(run)) * scale; px++)
        data.fill(0, (py * side + px) * 4, (py * side + px) * 4 + 3);
  return { width: side, height: side, data };
}

describe('the code of an invitation', () => {
  it('is read as the very link, small letters and all', () => {
    const link = 'https://visit.example.edu.cn/visit/i/b0eRueD9pf_KlF2SYOB-Ntmy';
    expect(decodeQR(picture(linkCode(link)))).toBe(link);
  });
});
