import decodeQR from 'qr/decode.js';
import { type DecodeRequest, type DecodeResponse } from './decoding.ts';

addEventListener('message', ({ data }: MessageEvent<DecodeRequest>) => {
  postMessage({ text: read(data) } satisfies DecodeResponse);
});

function read({ pixels, width, height, milliseconds }: DecodeRequest): string | null {
  try {
    return decodeQR({ data: new Uint8ClampedArray(pixels), width, height }, { timeLimit: milliseconds });
  } catch {
    return null;
  }
}
