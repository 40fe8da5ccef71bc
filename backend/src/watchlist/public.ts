import { type BlacklistLevel } from '@gatehouse/contract';

/** What a person, vehicle or booking can be recognised by. Indexes are those of `BlindIndex`. */
export interface ScreeningKeys {
  documentIndex?: Buffer | null;
  mobileIndex?: Buffer | null;
  /** `plateMatchKey` of the contract */
  plateKey?: string | null;
}

export type ScreeningLevel = BlacklistLevel | 'none';

/** Asks the blacklist. Answers the severest level that applies at this moment, never who or why. */
export abstract class Screening {
  /** One answer per entry, in the same order. */
  abstract levels(people: ScreeningKeys[], at: Date): Promise<ScreeningLevel[]>;
}

export { EntryLifted, PersonListed } from './domain/events.js';
