import { type ErrorCode } from '@gatehouse/contract/codes';
import { type PhotoKind } from '@gatehouse/contract';
import { type GreyPicture } from '../domain/picture-quality.js';

/** A picture as it is kept: upright, small, and without anything the camera wrote into it. */
export interface KeptPicture {
  bytes: Uint8Array;
  size: { width: number; height: number };
  grey: GreyPicture;
}

/** Decodes and re-encodes pictures. */
export abstract class Pictures {
  /** Throws `photo.unreadable`. */
  abstract redraw(bytes: Uint8Array, kind: PhotoKind): Promise<KeptPicture>;
}

/** Looks for a face in a picture: one, big enough, from the front. */
export abstract class FaceDetector {
  /** What is wrong, or null; also null when it cannot tell. */
  abstract problemIn(picture: KeptPicture): Promise<ErrorCode | null>;
}
