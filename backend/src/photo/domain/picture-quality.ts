import { type ErrorCode } from '@gatehouse/contract/codes';

/** A picture in grey, one byte per point, row by row. */
export interface GreyPicture {
  width: number;
  height: number;
  points: Uint8Array;
}

/** Limits found on plain photos; a white background is normal in portraits, so brightness is judged late. */
const LEAST_SIDE = 300;
const DARK_BELOW = 45;
const BRIGHT_ABOVE = 240;
const SHARP_FROM = 0.012;
const TILES = 4;

/**
 * What is wrong with a face photo as a picture, or null. Says nothing of the face itself.
 * @param grey the picture shrunk to 512 points across
 */
export function pictureProblem(size: { width: number; height: number }, grey: GreyPicture): ErrorCode | null {
  if (Math.min(size.width, size.height) < LEAST_SIDE) return 'photo.too-small';
  const light = meanOf(grey.points);
  if (light < DARK_BELOW) return 'photo.too-dark';
  if (light > BRIGHT_ABOVE) return 'photo.too-bright';
  return sharpnessOf(grey) < SHARP_FROM ? 'photo.blurred' : null;
}

/** Variance of the Laplacian against the contrast, of the sharpest of 4 × 4 tiles: backgrounds may be plain. */
export function sharpnessOf(picture: GreyPicture): number {
  const [across, down] = [Math.floor(picture.width / TILES), Math.floor(picture.height / TILES)];
  let best = 0;
  for (let tile = 0; tile < TILES * TILES; tile++)
    best = Math.max(
      best,
      tileSharpness(picture, (tile % TILES) * across, Math.floor(tile / TILES) * down, across, down),
    );
  return best;
}

function tileSharpness(
  { width, points }: GreyPicture,
  left: number,
  top: number,
  across: number,
  down: number,
): number {
  const edges: number[] = [];
  const greys: number[] = [];
  for (let y = top + 1; y < top + down - 1; y++)
    for (let x = left + 1; x < left + across - 1; x++) {
      const at = y * width + x;
      const here = points[at] ?? 0;
      const around =
        (points[at - 1] ?? 0) + (points[at + 1] ?? 0) + (points[at - width] ?? 0) + (points[at + width] ?? 0);
      edges.push(around - 4 * here);
      greys.push(here);
    }
  return varianceOf(edges) / (varianceOf(greys) + 50);
}

const meanOf = (values: ArrayLike<number>): number => sumOf(values) / Math.max(1, values.length);

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] ?? 0;
  return sum;
}

function varianceOf(values: number[]): number {
  const mean = meanOf(values);
  return meanOf(values.map((value) => (value - mean) ** 2));
}
