export { ClaimPhotos, type PhotoClaim } from './application/claim-photos.js';
export { ErasePhotos } from './application/erase-photos.js';
export { PhotoErased } from './domain/events.js';

/** A photo in clear, for the one answer it is read for. */
export interface OpenedPhoto {
  mediaType: string;
  bytes: Uint8Array;
}

/** Photos as seen from outside. Whoever asks has checked who is looking. The view `photo_held` lists what there is. */
export abstract class Photos {
  /** Null when there is none, or none any more. */
  abstract face(visitId: string, personIndex: number): Promise<OpenedPhoto | null>;
  abstract document(visitId: string, key: string): Promise<OpenedPhoto | null>;
}
