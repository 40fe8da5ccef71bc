import decodeQR from 'qr/decode.js';
import { type DecodeRequest, type DecodeResponse } from './decoding.ts';
import { lumaOfMiddle } from './luma.ts';

/** A code nearby is read at a glance; while there is none, every second look is for one far away. */
let looksClosely = false;

const answer = (response: DecodeResponse) => postMessage(response);

addEventListener('message', ({ data }: MessageEvent<DecodeRequest>) => void read(data));

async function read(request: DecodeRequest): Promise<void> {
  const began = performance.now();
  const spent = () => performance.now() - began;
  const { milliseconds: timeLimit } = request;
  if ('pixels' in request) {
    const { pixels, width, height } = request;
    answer({
      text: textIn({ data: new Uint8ClampedArray(pixels), width, height }, { timeLimit }),
      milliseconds: spent(),
    });
    return;
  }
  const luma = await lumaOfMiddle(request.frame, looksClosely);
  const text = luma && textIn(luma, { format: 'I420', timeLimit });
  looksClosely = text === null && !looksClosely;
  answer({ text, milliseconds: spent(), ...(!luma && { wantsPixels: true }) });
}

function textIn(...picture: Parameters<typeof decodeQR>): string | null {
  try {
    return decodeQR(...picture);
  } catch {
    return null;
  }
}
