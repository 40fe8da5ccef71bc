import { type PhotoKind } from '@gatehouse/contract';
import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import { type ErasureReason, PhotoClaimed, PhotoErased, PhotoStored } from './events.js';
import { type MediaType } from './media-type.js';

/** How long an upload waits for its application. */
export const UPLOAD_HOURS = 24;

export interface NewPhoto {
  id: string;
  kind: PhotoKind;
  mediaType: MediaType;
  /** bytes of the sealed file */
  size: number;
  /** random name of the sealed file */
  file: string;
  sealedHash: Uint8Array;
  tokenHash: Uint8Array;
  /** the file's own key, wrapped by the house until a person owns it */
  fileKey: Uint8Array;
}

/** Whose photo it becomes. `fileKey` is the file's key sealed under that person's own key. */
export interface PhotoOwner {
  visitId: string;
  personIndex: number;
  personKeyId: string;
  documentKey: string | null;
  fileKey: Uint8Array;
}

/** A face photo or a document of a visit: an upload first, then a person's, then only the fact that it was erased. */
export class Photo extends AggregateRoot {
  private visitId: string | null = null;
  private personIndex: number | null = null;
  private personKeyId: string | null = null;
  private documentKey: string | null = null;
  private claimedAt: Date | null = null;
  private erasedAt: Date | null = null;

  private constructor(
    readonly id: string,
    readonly kind: PhotoKind,
    readonly mediaType: MediaType,
    readonly size: number,
    readonly file: string,
    readonly sealedHash: Uint8Array,
    private readonly tokenHash: Uint8Array,
    private fileKey: Uint8Array | null,
    readonly storedAt: Date,
  ) {
    super();
  }

  static store({ id, kind, mediaType, size, file, sealedHash, tokenHash, fileKey }: NewPhoto, now: Date): Photo {
    const photo = new Photo(id, kind, mediaType, size, file, sealedHash, tokenHash, fileKey, now);
    photo.record(new PhotoStored(id, kind, now));
    return photo;
  }

  /** Whether whoever shows this token may claim it now. */
  isFor(kind: PhotoKind, tokenHash: Uint8Array, now: Date): boolean {
    const isOpen = this.claimedAt === null && this.erasedAt === null && !this.hasLapsed(now);
    return isOpen && this.kind === kind && sameBytes(this.tokenHash, tokenHash);
  }

  /** The file's key as it is kept. Throws `photo.not-found` once erased. */
  wrappedKey(): Uint8Array {
    if (!this.fileKey) throw new DomainError('photo.not-found');
    return this.fileKey;
  }

  /** Ask `isFor` first. */
  giveTo({ visitId, personIndex, personKeyId, documentKey, fileKey }: PhotoOwner, now: Date): void {
    if (this.claimedAt || this.erasedAt) throw new DomainError('photo.upload-gone');
    Object.assign(this, { visitId, personIndex, personKeyId, documentKey, fileKey, claimedAt: now });
    this.record(new PhotoClaimed(this.id, this.kind, visitId, now));
  }

  /** Without its key the file cannot be read any more, wherever copies lie. Again: nothing. */
  erase(reason: ErasureReason, now: Date): void {
    if (this.erasedAt) return;
    this.fileKey = null;
    this.erasedAt = now;
    this.record(new PhotoErased(this.id, this.kind, this.visitId, reason, now));
  }

  private hasLapsed(now: Date): boolean {
    return now.getTime() >= this.storedAt.getTime() + UPLOAD_HOURS * 3_600_000;
  }
}

/** Both are hashes of secrets: comparing them tells nothing of the secret. */
const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
