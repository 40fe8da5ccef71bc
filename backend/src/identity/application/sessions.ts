import { type StaffSession } from '../domain/staff-session.js';
import { type VisitorSession } from '../domain/visitor-session.js';

/** Sessions by their token. Tokens are opaque; only their hash is kept. */
export abstract class StaffSessions {
  /** Keeps a new session and answers its token. */
  abstract keep(session: StaffSession): Promise<string>;
  /** Null when unknown or revoked. */
  abstract withToken(token: string): Promise<StaffSession | null>;
  abstract seen(token: string, at: Date): Promise<void>;
  /** Answers whose session it was, null when there was none to end. */
  abstract revoke(token: string, at: Date): Promise<string | null>;
}

export abstract class VisitorSessions {
  abstract keep(session: VisitorSession): Promise<string>;
  abstract withToken(token: string): Promise<VisitorSession | null>;
  /** Answers the index of the number it belonged to, null when there was none to end. */
  abstract revoke(token: string, at: Date): Promise<Buffer | null>;
}
