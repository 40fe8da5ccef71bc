import { startDecoder } from './decoder.ts';
import { pixelsOf } from './pixels.ts';

/** A code may fill the picture or only a corner of it: tried at two sizes. */
const sizes = [1000, 2400];
const PATIENCE = 800;

/** The text of the QR code in a picture file, or null when there is none. */
export async function readPicture(file: File): Promise<string | null> {
  const decoder = startDecoder();
  const address = URL.createObjectURL(file);
  const picture = new Image();
  picture.src = address;
  try {
    await picture.decode();
    const size = { width: picture.naturalWidth, height: picture.naturalHeight };
    for (const longest of sizes) {
      const { text } = await decoder.decode(
        pixelsOf(document.createElement('canvas'), picture, size, longest),
        PATIENCE,
      );
      if (text !== null) return text;
    }
    return null;
  } catch {
    return null;
  } finally {
    decoder.close();
    URL.revokeObjectURL(address);
  }
}
