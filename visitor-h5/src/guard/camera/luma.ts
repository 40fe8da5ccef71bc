/** Brightness alone, one byte a pixel. */
export interface Luma {
  data: Uint8Array;
  width: number;
  height: number;
}

/** The formats that begin with a plane of brightness, one byte a pixel. */
const planar = new Set(['I420', 'I420A', 'I422', 'I444', 'NV12']);
const packed = new Set(['RGBA', 'RGBX', 'BGRA', 'BGRX']);
/** A code held to a gate fills a good part of the picture: a glance of about this size is enough. */
const GLANCE_SIDE = 480;

let memory = new Uint8Array(0);

/**
 * The square in the middle of a camera's frame, where the code is held, made smaller by whole steps unless `closely`. Closes the frame. Null
 * where the browser does not give its bytes away.
 */
export async function lumaOfMiddle(frame: VideoFrame, closely: boolean): Promise<Luma | null> {
  try {
    const { format, visibleRect } = frame;
    const isPlanar = planar.has(format ?? '');
    if (!visibleRect || (!isPlanar && !packed.has(format ?? ''))) return null;
    const side = even(Math.min(visibleRect.width, visibleRect.height));
    const options = {
      rect: {
        x: even(visibleRect.x + (visibleRect.width - side) / 2),
        y: even(visibleRect.y + (visibleRect.height - side) / 2),
        width: side,
        height: side,
      },
    };
    const size = frame.allocationSize(options);
    if (memory.length !== size) memory = new Uint8Array(size);
    const [plane] = await frame.copyTo(memory, options);
    return plane ? lessOf(memory, plane, side, isPlanar ? 1 : 4, closely ? 1 : Math.ceil(side / GLANCE_SIDE)) : null;
  } catch {
    return null;
  } finally {
    frame.close();
  }
}

const even = (length: number): number => Math.floor(length / 2) * 2;

/** Every second or third pixel where there are more than enough: a mean of four calms the grain of a dark picture. */
function lessOf(bytes: Uint8Array, { offset, stride }: PlaneLayout, side: number, step: 1 | 4, every: number): Luma {
  const width = Math.floor(side / every);
  const data = new Uint8Array(width * width);
  // of red, green and blue the second is what the eye and the code are seen by
  const first = offset + (step === 4 ? 1 : 0);
  const right = every > 1 ? step : 0;
  const down = every > 1 ? stride : 0;
  for (let y = 0, to = 0; y < width; y++) {
    let from = first + y * every * stride;
    for (let x = 0; x < width; x++, to++, from += every * step)
      data[to] = (bytes[from]! + bytes[from + right]! + bytes[from + down]! + bytes[from + right + down]!) >> 2;
  }
  return { data, width, height: width };
}
