import { type RawGuestRow } from '../domain/guest-list.js';
import { type InvitationBatch } from '../domain/invitation-batch.js';
import { type KeptGuest } from './guest-report.js';

/** How many invitations a host may make within a day, one by one or by lists. */
export const INVITATIONS_A_DAY = 100;

/** Reads an uploaded list of guests. */
export abstract class GuestListReader {
  /** Throws `sheet.…` or `invitation.list-…`. */
  abstract read(file: Buffer): Promise<RawGuestRow[]>;
}

/** Where lists are kept that became invitations. */
export abstract class InvitationBatches {
  /** The batch made by this press of the button. Lets one list of a host after the other through. */
  abstract claim(hostId: string, requestKey: string): Promise<InvitationBatch | null>;
  abstract add(batch: InvitationBatch): void;
  /** Null when there is none. */
  abstract withId(id: string): Promise<InvitationBatch | null>;
  /** Batches whose names and links are kept although they are older than that. */
  abstract keptSince(before: Date): Promise<InvitationBatch[]>;
}

/** What became of the rows, sealed, and the key it is sealed under. */
export type SealedReport = Pick<InvitationBatch, 'personKeyId' | 'reportSealed'>;

/** Seals what became of each row, and opens it again. */
export abstract class GuestReports {
  abstract seal(guests: readonly KeptGuest[]): Promise<{ keyId: string; sealed: Uint8Array }>;
  /** Empty once erased. */
  abstract open(report: SealedReport): Promise<KeptGuest[]>;
  /** Destroys the key: what was sealed is gone, in every backup too. */
  abstract destroy(report: SealedReport): Promise<void>;
}
