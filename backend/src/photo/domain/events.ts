import { type PhotoKind } from '@gatehouse/contract';
import { DomainEvent } from '../../kernel/domain-event.js';

export type ErasureReason = 'unclaimed' | 'consent-withdrawn' | 'kept-long-enough' | 'replaced' | 'erased-by-visitor';

/** Names the file and the visit it belongs to, nothing of the person. */
abstract class PhotoEvent extends DomainEvent {
  constructor(
    readonly photoId: string,
    readonly kind: PhotoKind,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'photo', id: this.photoId };
  }
}

export class PhotoStored extends PhotoEvent {
  static readonly type = 'photo.stored';
}

export class PhotoClaimed extends PhotoEvent {
  static readonly type = 'photo.claimed';

  constructor(
    photoId: string,
    kind: PhotoKind,
    readonly visitId: string,
    at: Date,
  ) {
    super(photoId, kind, at);
  }
}

export class PhotoErased extends PhotoEvent {
  static readonly type = 'photo.erased';

  constructor(
    photoId: string,
    kind: PhotoKind,
    readonly visitId: string | null,
    readonly reason: ErasureReason,
    at: Date,
  ) {
    super(photoId, kind, at);
  }
}
