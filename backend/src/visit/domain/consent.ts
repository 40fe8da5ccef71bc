import { type ConsentKind } from '@gatehouse/contract';
import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { ConsentGiven, ConsentWithdrawn } from './consent-events.js';

export interface NewConsent {
  id: string;
  kind: ConsentKind;
  visitId: string;
  campusId: string;
  /** whose data it is about */
  personIndex: number;
  /** version of the notice whose sentence was shown */
  version: string;
  textHash: Uint8Array;
  addressSealed: Uint8Array;
  guardianSealed: Uint8Array | null;
}

/** A consent as it was given: to which sentence, when, from which address, for whom; and whether it was withdrawn. */
export class Consent extends AggregateRoot {
  private withdrawnAt: Date | null = null;
  private erasedPhotos: number | null = null;

  private constructor(
    readonly id: string,
    readonly kind: ConsentKind,
    readonly visitId: string,
    readonly campusId: string,
    readonly personIndex: number,
    readonly noticeVersion: string,
    readonly textHash: Uint8Array,
    readonly addressSealed: Uint8Array,
    readonly guardianSealed: Uint8Array | null,
    readonly givenAt: Date,
  ) {
    super();
  }

  static give(given: NewConsent, now: Date): Consent {
    const { id, kind, visitId, campusId, personIndex, version, textHash, addressSealed, guardianSealed } = given;
    const consent = new Consent(
      id, kind, visitId, campusId, personIndex, version, textHash, addressSealed, guardianSealed, now,
    ); // prettier-ignore
    consent.record(new ConsentGiven(visitId, campusId, id, kind, personIndex, now));
    return consent;
  }

  /** Keeps the evidence: when, and how many photos went with it. Again: nothing. */
  withdraw(erasedPhotos: number, now: Date): void {
    if (this.withdrawnAt) return;
    this.withdrawnAt = now;
    this.erasedPhotos = erasedPhotos;
    this.record(
      new ConsentWithdrawn(this.visitId, this.campusId, this.id, this.kind, this.personIndex, erasedPhotos, now),
    );
  }
}
