import { type BlacklistEntry } from '../domain/blacklist-entry.js';

/** Where blacklist entries are kept. */
export abstract class BlacklistEntries {
  abstract add(entry: BlacklistEntry): void;
  /** Throws `blacklist.not-found`. */
  abstract withId(id: string): Promise<BlacklistEntry>;
}
