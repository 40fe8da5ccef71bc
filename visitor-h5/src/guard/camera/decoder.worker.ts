import decodeQR from 'qr/decode.js';
import { type DecodeRequest, type DecodeResponse } from './decoding.ts';

addEventListener('message', ({ data }: MessageEvent<DecodeRequest>) => {
  const began = performance.now();
  const text = read(data);
  postMessage({ text, milliseconds: performance.now() - began } satisfies DecodeResponse);
});

function read({ pixels, width, height, milliseconds }: DecodeRequest): string | null {
  try {
    return decodeQR({ data: new Uint8ClampedArray(pixels), width, height }, { timeLimit: milliseconds });
  } catch {
    return null;
  }
}
