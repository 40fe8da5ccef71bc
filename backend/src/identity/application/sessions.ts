import { type SamlSubject, type StaffSession } from '../domain/staff-session.js';
import { type VisitorSession } from '../domain/visitor-session.js';

/** A session that was ended. */
export interface EndedSession {
  staffId: string;
  provider: string;
  samlSubject: SamlSubject | null;
}

/** Sessions by their token. Tokens are opaque; only their hash is kept. */
export abstract class StaffSessions {
  /** Keeps a new session and answers its token. */
  abstract keep(session: StaffSession): Promise<string>;
  /** Null when unknown or revoked. */
  abstract withToken(token: string): Promise<StaffSession | null>;
  abstract seen(token: string, at: Date): Promise<void>;
  /** Answers what it was, null when there was none to end. */
  abstract revoke(token: string, at: Date): Promise<EndedSession | null>;
  /** Ends one of this person's sessions by its id; false when there is none. */
  abstract revokeOwn(staffId: string, id: string, at: Date): Promise<boolean>;
  /** Ends all sessions of this person but the one of the token; answers how many. */
  abstract revokeOthers(staffId: string, token: string, at: Date): Promise<number>;
  /** Ends what a CAS ticket has opened; answers whose sessions. */
  abstract revokeTicket(provider: string, ticketHash: Buffer, at: Date): Promise<string[]>;
  /** Ends the sessions of a SAML subject, all of them when it names no index; answers whose. */
  abstract revokeSubject(provider: string, nameId: string, indexes: string[], at: Date): Promise<string[]>;
}

export abstract class VisitorSessions {
  abstract keep(session: VisitorSession): Promise<string>;
  abstract withToken(token: string): Promise<VisitorSession | null>;
  /** Answers the index of the number it belonged to, null when there was none to end. */
  abstract revoke(token: string, at: Date): Promise<Buffer | null>;
  /** Removes all sessions of a number. */
  abstract forget(mobileIndex: Buffer): Promise<void>;
}
