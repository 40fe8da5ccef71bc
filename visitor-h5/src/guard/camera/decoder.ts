import DecoderWorker from './decoder.worker.ts?worker';
import { type DecodeRequest, type DecodeResponse } from './decoding.ts';

export type Decoder = ReturnType<typeof startDecoder>;

/** Reads QR codes off the main thread, one picture after the other. */
export function startDecoder() {
  const worker = new DecoderWorker();

  function decode({ data, width, height }: ImageData, milliseconds: number): Promise<DecodeResponse> {
    return new Promise((resolve) => {
      worker.onmessage = ({ data: read }: MessageEvent<DecodeResponse>) => resolve(read);
      const pixels = data.buffer;
      worker.postMessage({ pixels, width, height, milliseconds } satisfies DecodeRequest, [pixels]);
    });
  }

  return { decode, close: () => worker.terminate() };
}
