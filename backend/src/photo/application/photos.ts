import { type Photo } from '../domain/photo.js';

/** Which photos of a visit are meant. */
export interface PhotoChoice {
  visitId: string;
  kind?: 'face' | 'document';
  personIndex?: number;
}

/** Where photos are noted; the files themselves lie in the `PhotoStore`. */
export abstract class PhotoBook {
  abstract add(photo: Photo): void;
  /** Null when there is none; the row stays locked until the command ends. */
  abstract withId(id: string): Promise<Photo | null>;
  /** Those not erased yet. */
  abstract ofVisit(choice: PhotoChoice): Promise<Photo[]>;
  /** Uploads nobody claimed that were stored before this. */
  abstract unclaimed(storedBefore: Date, limit: number): Promise<Photo[]>;
}
