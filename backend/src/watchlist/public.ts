import { type BlacklistKind, type BlacklistLevel } from '@gatehouse/contract';

/** What a person, vehicle or booking can be recognised by. Indexes are those of `BlindIndex`. */
export interface ScreeningKeys {
  documentIndex?: Buffer | null;
  mobileIndex?: Buffer | null;
  /** `plateMatchKey` of the contract */
  plateKey?: string | null;
  /** where it is about; entries for another campus then do not act. Absent = every entry acts */
  campusId?: string;
}

export type ScreeningLevel = BlacklistLevel | 'none';

/** An entry that a person meets. For the security office only. */
export interface MetEntry {
  id: string;
  name: string;
  level: BlacklistLevel;
  reason: string;
  matched: BlacklistKind[];
}

/** Asks the blacklist. */
export abstract class Screening {
  /** The severest level that applies at this moment, never who or why. One answer per entry, in the same order. */
  abstract levels(people: ScreeningKeys[], at: Date): Promise<ScreeningLevel[]>;
  /** The entries themselves, severest first; for the security office only. */
  abstract entries(people: ScreeningKeys[], at: Date): Promise<MetEntry[][]>;
}

/**
 * The same levels from memory, for the gates. As of the last commit, whichever process wrote it: nobody who was listed a
 * moment ago passes. What the asking transaction itself has written is not in it.
 */
export abstract class StandingList {
  abstract levels(people: ScreeningKeys[], at: Date): Promise<ScreeningLevel[]>;
}

/** Somebody by name and birth date (`YYYY-MM-DD`, null when the document holds none). */
export interface NamedBirth {
  name: string;
  birth: string | null;
}

/** When and where an entry acts that somebody resembles. */
export interface ResembledEntry {
  token: Buffer;
  /** null = every campus */
  campusId: string | null;
  from: Date;
  until: Date | null;
}

/**
 * Who resembles somebody on the blacklist by name and birth date: names that sound the same, dates with a slip. Never
 * more than a warning for the security office.
 */
export abstract class Resemblance {
  /** One answer per person, in the same order. */
  abstract of(people: NamedBirth[], campusId: string, at: Date): Promise<Omit<MetEntry, 'matched'>[][]>;
  /** By what they are found later, without their dates; null where there is no birth date. In the same order. */
  abstract tokens(people: NamedBirth[]): Promise<(Buffer | null)[]>;
  /**
   * The entries resembled by whoever has these tokens, for the gate: those that may stop somebody, and those known by name
   * alone. Whom the office only watches, known by a number, nobody else learns.
   */
  abstract acting(tokens: Uint8Array[]): Promise<ResembledEntry[]>;
  /** The tokens of those who resemble an entry, also of one that was lifted. */
  abstract ofEntry(entryId: string): Promise<Buffer[]>;
}

/** Something the blacklist matches on at a campus. */
export interface ListedKey {
  kind: BlacklistKind;
  /** blind index in hexadecimal, or the match key of a plate */
  index: string;
  level: BlacklistLevel;
}

/** The blacklist of a campus for devices that must judge without the network. Indexes only: nobody can be read from it. */
export abstract class ListedKeys {
  /** Everything that acts at any moment between the two. */
  abstract between(campusId: string, from: Date, until: Date): Promise<ListedKey[]>;
  /** What one entry matches on; empty when it was lifted. */
  abstract ofEntry(entryId: string): Promise<ListedKey[]>;
}

export { EntryLifted, PersonListed } from './domain/events.js';
export { BlacklistQuery } from './application/blacklist.query.js';
export { HitsQuery } from './application/hits.query.js';
