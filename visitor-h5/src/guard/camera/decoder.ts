import workerAddress from './decoder.worker.ts?worker&url';
import { type DecodeRequest, type DecodeResponse } from './decoding.ts';

export type Decoder = ReturnType<typeof startDecoder>;

/**
 * Without network only what the page itself fetches comes out of the offline copy: a worker's script lies outside of
 * `/guard/`, so that the browser would look for it on the network.
 */
async function openWorker(): Promise<Worker> {
  const script = await (await fetch(workerAddress)).blob();
  const address = URL.createObjectURL(script);
  const worker = new Worker(address);
  URL.revokeObjectURL(address);
  return worker;
}

/** Reads QR codes off the main thread, one picture after the other. */
export function startDecoder() {
  const opened = openWorker();
  opened.catch(() => undefined);
  let takesFrames = typeof VideoFrame === 'function';

  async function ask(request: DecodeRequest, given: Transferable): Promise<DecodeResponse> {
    const worker = await opened;
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
    const frame = frameOf(video);
    const response = frame && (await ask({ frame, milliseconds }, frame));
    takesFrames = !!response && !response.wantsPixels;
    return takesFrames ? response : null;
  }

  const close = () => void opened.then((worker) => worker.terminate()).catch(() => undefined);
  return { decode, decodeFrame, close };
}

function frameOf(video: HTMLVideoElement): VideoFrame | null {
  try {
    return new VideoFrame(video);
  } catch {
    return null;
  }
}
