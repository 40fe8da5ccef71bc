/** Longest side and most bytes of what is sent. The server takes 500 KB for a face and draws everything anew. */
export const FACE = { side: 1280, bytes: 300 * 1024 };
export const DOCUMENT = { side: 2000, bytes: 1500 * 1024 };
export type Limits = typeof FACE;

const QUALITIES = [0.85, 0.75, 0.65, 0.5, 0.35];

/** The size at which a picture fits, proportions kept, never enlarged. */
export function fitting(width: number, height: number, side: number): { width: number; height: number } {
  const scale = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Draws with less and less quality until it is small enough; the last try counts, whatever it weighs. */
export async function smallEnough(draw: (quality: number) => Promise<Blob>, bytes: number): Promise<Blob> {
  let blob = await draw(QUALITIES[0]!);
  for (const quality of QUALITIES.slice(1)) {
    if (blob.size <= bytes) break;
    blob = await draw(quality);
  }
  return blob;
}
