import { describe, expect, it } from 'vitest';
import { FACE, fitting, smallEnough } from './size.ts';

describe('a picture on its way to the server', () => {
  it('is shrunk to the longest side, proportions kept', () => {
    expect(fitting(3024, 4032, FACE.side)).toEqual({ width: 960, height: 1280 });
    expect(fitting(4000, 10, FACE.side)).toEqual({ width: 1280, height: 3 });
    expect(fitting(5000, 1, FACE.side)).toEqual({ width: 1280, height: 1 });
  });

  it('is never enlarged', () => expect(fitting(640, 480, FACE.side)).toEqual({ width: 640, height: 480 }));

  it('loses quality only until it is small enough', async () => {
    const tried: number[] = [];
    const draw = (quality: number) => {
      tried.push(quality);
      return Promise.resolve(new Blob([new Uint8Array(Math.round(quality * 1000))]));
    };
    expect((await smallEnough(draw, 700)).size).toBe(650);
    expect(tried).toEqual([0.85, 0.75, 0.65]);
    expect((await smallEnough(draw, 1)).size).toBe(350);
  });
});
