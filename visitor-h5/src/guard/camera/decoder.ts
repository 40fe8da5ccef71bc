import DecoderWorker from './decoder.worker.ts?worker';
import { type DecodeRequest, type DecodeResponse } from './decoding.ts';

export type Decoder = ReturnType<typeof startDecoder>;

/** Reads QR codes off the main thread, one picture after the other. */
export function startDecoder() {
  const worker = new DecoderWorker();
  let takesFrames = typeof VideoFrame === 'function';

  function ask(request: DecodeRequest, given: Transferable): Promise<DecodeResponse> {
    return new Promise((resolve) => {
      worker.onmessage = ({ data: read }: MessageEvent<DecodeResponse>) => resolve(read);
      worker.postMessage(request, [given]);
    });
  }

  function decode({ data, width, height }: ImageData, milliseconds: number): Promise<DecodeResponse> {
    return ask({ pixels: data.buffer, width, height, milliseconds }, data.buffer);
  }

  /**
   * The camera's own frame, which only the worker looks into: nothing is drawn or copied here. Null where the browser has
   * no such frames.
   */
  async function decodeFrame(video: HTMLVideoElement, milliseconds: number): Promise<DecodeResponse | null> {
    if (!takesFrames) return null;
    try {
      const frame = new VideoFrame(video);
      const response = await ask({ frame, milliseconds }, frame);
      takesFrames = !response.wantsPixels;
      return takesFrames ? response : null;
    } catch {
      takesFrames = false;
      return null;
    }
  }

  return { decode, decodeFrame, close: () => worker.terminate() };
}
