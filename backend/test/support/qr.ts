import jsQR from 'jsqr';
import { PNG } from 'pngjs';

// The package is CommonJS with its function under `default`.
const decode = ((jsQR as unknown as { default?: typeof jsQR }).default ?? jsQR) as unknown as (
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
) => { data: string } | null;

/** Reads the QR code of a screenshot with a decoder that the product itself does not use. */
export function readQr(screenshot: Buffer): string {
  const { data, width, height } = PNG.sync.read(screenshot);
  const found = decode(new Uint8ClampedArray(data), width, height);
  if (!found) throw new Error('no QR code in the screenshot');
  return found.data;
}
