/** A file sealed under a key of its own. */
export interface SealedFile {
  bytes: Uint8Array;
  hash: Uint8Array;
  /** the file's key, wrapped by the house: uploads belong to nobody yet */
  fileKey: Uint8Array;
}

/**
 * Every file has a key of its own. It is wrapped by the house until somebody owns the file, and from then on sealed under
 * that person's key: giving a file to a person moves no file, and destroying the person's key makes it unreadable.
 */
export abstract class PhotoSeal {
  abstract seal(photoId: string, plain: Uint8Array): SealedFile;
  /** The wrapped key of an upload, sealed anew for a person. */
  abstract forPerson(photoId: string, fileKey: Uint8Array, personKeyId: string): Promise<Uint8Array>;
  /** Null once the person is erased. */
  abstract open(
    photo: { id: string; fileKey: Uint8Array; personKeyId: string },
    sealed: Uint8Array,
  ): Promise<Uint8Array | null>;
  abstract newToken(): string;
  abstract hashOf(token: string): Uint8Array;
  abstract newName(): string;
}
