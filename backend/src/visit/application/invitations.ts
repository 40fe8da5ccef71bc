import { type Invitation } from '../domain/invitation.js';

export interface InvitationToken {
  /** in clear: in the link, nowhere else */
  text: string;
  hash: Uint8Array;
  sealed: Uint8Array;
}

/** Makes tokens, and shows a host the own one again. */
export abstract class InvitationTokens {
  abstract make(): Promise<InvitationToken>;
  abstract open(sealed: Uint8Array): Promise<string>;
  abstract hash(token: string): Uint8Array;
}

export interface ExpectedPhone {
  mobileIndex: string;
  from: Date;
  until: Date;
}

/** Where invitations are kept. */
export abstract class Invitations {
  abstract add(invitation: Invitation): void;
  /** Throws `invitation.not-found`. */
  abstract withId(id: string): Promise<Invitation>;
  abstract withHash(tokenHash: Uint8Array): Promise<Invitation | null>;
  /** How many more people may come by it; 0 for a personal one that was used. */
  abstract left(id: string): Promise<number>;
  /**
   * Counts these people and remembers the visit, if they still fit: one statement, so that guests who apply at the same
   * moment cannot come in over the cap together.
   */
  abstract take(id: string, visitId: string, people: number, now: Date): Promise<boolean>;
  /** The invitation by which this visit was applied for. */
  abstract ofVisit(visitId: string): Promise<Invitation | null>;
  /** How many the host has made since then. */
  abstract madeSince(hostId: string, since: Date): Promise<number>;
  /** When phones are expected by open invitations of this host. */
  abstract expected(hostId: string, mobileIndexes: string[], now: Date): Promise<ExpectedPhone[]>;
  abstract noteAgreedBeforehand(visitId: string): Promise<void>;
}
