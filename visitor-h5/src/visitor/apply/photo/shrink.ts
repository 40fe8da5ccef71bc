import { fitting, smallEnough, type Limits } from './size.ts';

/** The file is no picture this phone can open. */
export class Unreadable extends Error {}

/**
 * A picture as it is sent: upright, small, a JPEG drawn anew, so that nothing of the camera's own notes goes along.
 * An image element turns by the camera's note in every browser we serve; `createImageBitmap` does not in Safari 14.
 */
export async function shrink(file: Blob, { side, bytes }: Limits): Promise<Blob> {
  const address = URL.createObjectURL(file);
  try {
    const image = await opened(address);
    const { width, height } = fitting(image.naturalWidth, image.naturalHeight, side);
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width, height });
    const context = canvas.getContext('2d');
    if (!context) throw new Unreadable();
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.drawImage(image, 0, 0, width, height);
    return await smallEnough((quality) => jpegOf(canvas, quality), bytes);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function opened(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => (image.naturalWidth ? resolve(image) : reject(new Unreadable()));
    image.onerror = () => reject(new Unreadable());
    image.src = address;
  });
}

const jpegOf = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Unreadable())), 'image/jpeg', quality),
  );
