import { Injectable } from '@nestjs/common';
import { type ErrorCode } from '@gatehouse/contract/codes';
import { FaceDetector } from '../application/pictures.js';

/** Ships without a face model: size, light and sharpness are checked, and people look at the photo. */
@Injectable()
export class NoFaceDetector extends FaceDetector {
  problemIn(): Promise<ErrorCode | null> {
    return Promise.resolve(null);
  }
}
