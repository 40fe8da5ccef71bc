import { type PhotoKind, type UploadedPhoto } from '@gatehouse/contract';
import sharp, { type Sharp } from 'sharp';
import { type Answer, type House } from './house.js';

/** A picture with something sharp in it, of any size, in any light. */
export function aPicture(width = 800, height = 1000, { light = 128, contrast = 100 } = {}): Sharp {
  const raw = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const isDark = (Math.floor(x / 16) + Math.floor(y / 16)) % 2 === 0;
      const value = Math.max(0, Math.min(255, light + (isDark ? -contrast : contrast) / 2 + ((x * 7 + y * 13) % 9)));
      raw.fill(value, (y * width + x) * 3, (y * width + x) * 3 + 3);
    }
  return sharp(raw, { raw: { width, height, channels: 3 } });
}

/** As a phone's camera writes it: lying on its side, with model and position in its head. */
export const cameraPicture = (width = 1000, height = 800): Promise<Buffer> =>
  aPicture(500, 400)
    .resize(width, height, { fit: 'fill', kernel: 'nearest' })
    .withExif({
      IFD0: { Make: 'Pocket', Model: 'Phone 9' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 52/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 70 })
    .toBuffer();

export function upload(
  house: House,
  file: Buffer,
  { kind = 'face', type = 'image/jpeg' }: { kind?: PhotoKind; type?: string } = {},
): Promise<Answer<UploadedPhoto>> {
  return house.post<UploadedPhoto>(`/api/photos?kind=${kind}`, file, { headers: { 'content-type': type } });
}

/** A good face photo, uploaded. */
export const anUpload = async (house: House): Promise<UploadedPhoto> =>
  (await upload(house, await cameraPicture())).body;
