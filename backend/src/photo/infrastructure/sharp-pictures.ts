import { Injectable } from '@nestjs/common';
import { type PhotoKind } from '@gatehouse/contract';
import sharp, { type Sharp } from 'sharp';
import { DomainError } from '../../kernel/domain-error.js';
import { type KeptPicture, Pictures } from '../application/pictures.js';
import { type GreyPicture } from '../domain/picture-quality.js';

const LONGEST: Record<PhotoKind, number> = { face: 1280, document: 2000 };
const MOST_BYTES: Record<PhotoKind, number> = { face: 300 * 1024, document: 1500 * 1024 };
const QUALITIES = [85, 75, 65, 50, 35];
/** A phone's 50-megapixel picture, and no more: a small file can decode to gigabytes. */
const MOST_PIXELS = 52_000_000;
const GREY_ACROSS = 512;

// One picture at a time per core of its own: uploads must not take the gate's processor.
sharp.concurrency(1);
sharp.cache(false);

/** Draws every picture anew as JPEG: orientation applied, and whatever else the file carried is gone. */
@Injectable()
export class SharpPictures extends Pictures {
  async redraw(bytes: Uint8Array, kind: PhotoKind): Promise<KeptPicture> {
    try {
      const upright = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
        .autoOrient()
        .resize({ width: LONGEST[kind], height: LONGEST[kind], fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .toColourspace('srgb');
      const { data, info } = await upright.raw().toBuffer({ resolveWithObject: true });
      const drawn = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
      const kept = await asSmallJpeg(drawn, MOST_BYTES[kind]);
      return { bytes: kept, size: { width: info.width, height: info.height }, grey: await greyOf(drawn()) };
    } catch {
      throw new DomainError('photo.unreadable');
    }
  }
}

async function asSmallJpeg(drawn: () => Sharp, mostBytes: number): Promise<Uint8Array> {
  let smallest: Buffer = Buffer.alloc(0);
  for (const quality of QUALITIES) {
    smallest = await drawn().jpeg({ quality, mozjpeg: false }).toBuffer();
    if (smallest.length <= mostBytes) break;
  }
  return smallest;
}

async function greyOf(picture: Sharp): Promise<GreyPicture> {
  const { data, info } = await picture
    .resize({ width: GREY_ACROSS, withoutEnlargement: true })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, points: data };
}
