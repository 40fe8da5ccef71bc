import { type BlacklistEntry } from '../domain/blacklist-entry.js';

/** Where blacklist entries are kept. */
export abstract class BlacklistEntries {
  abstract add(entry: BlacklistEntry): void;
  /** One that somebody bound to these campuses (null = all) may change. Throws `blacklist.not-found`. */
  abstract changeable(id: string, campusIds: string[] | null): Promise<BlacklistEntry>;
  /** One that somebody bound to these campuses may read: its own campuses, and what acts everywhere. Throws as well. */
  abstract readable(id: string, campusIds: string[] | null): Promise<BlacklistEntry>;
  /** The keys (as `keyText`) of entries that stand at this moment, of those asked for, with the campus they act at. */
  abstract standing(keys: string[], at: Date): Promise<string[]>;
}

/** A key as a text, for comparing: where it acts counts too. */
export const keyText = (campusId: string | null, kind: string, index: string): string =>
  `${campusId ?? '*'}|${kind}|${index}`;
