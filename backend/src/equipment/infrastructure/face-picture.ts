import { Injectable } from '@nestjs/common';
import sharp from 'sharp';
import { Photos } from '../../photo/public.js';
import { DeviceFault } from '../application/gate-devices.js';
import { type Errand } from '../application/provisioning-book.js';

const SIDE = 480;
const QUALITY = 80;

/** The photo of a pass, as small as devices want it: a JPEG of about 30 KB. */
@Injectable()
export class FacePicture {
  constructor(private readonly photos: Photos) {}

  /** Throws `photo-unfit` when there is none any more. */
  async of({ visitId, personIndex }: Errand): Promise<Buffer> {
    const photo = await this.photos.face(visitId, personIndex);
    if (!photo) throw new DeviceFault('photo-unfit');
    return sharp(photo.bytes).resize(SIDE, SIDE, { fit: 'inside' }).jpeg({ quality: QUALITY }).toBuffer();
  }
}
