import { type ListPersonInput } from '@gatehouse/contract';
import { type FieldError } from '../../kernel/domain-error.js';
import { type MatchKey } from '../domain/blacklist-entry.js';

/** What somebody typed about a person, as indexes to match on. */
export interface Matching {
  /** the name as it is kept */
  name: string;
  keys: MatchKey[];
  resemblances: string[];
  faults: FieldError[];
}

/** Turns what the office typed into indexes to match on; numbers in clear end here. */
export abstract class MatchKeys {
  abstract of(input: ListPersonInput): Promise<Matching>;
}
