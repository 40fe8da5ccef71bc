import { type ListPersonInput } from '@gatehouse/contract';
import { addDays, campusInstant } from '../../kernel/campus-time.js';
import { type Listing } from '../domain/blacklist-entry.js';
import { type Matching } from './match-keys.js';

/** An entry as it is listed, from what the office typed and what it matches on. */
export function listingOf(
  id: string,
  input: ListPersonInput,
  { name, keys, resemblances }: Matching,
  listedBy: string,
): Listing {
  return {
    id,
    name,
    level: input.level,
    reason: input.reason.trim(),
    evidence: input.evidence?.trim() || null,
    keys,
    resemblances,
    campusId: input.campusId ?? null,
    from: input.from ? campusInstant(input.from) : null,
    until: input.until ? campusInstant(addDays(input.until, 1)) : null,
    reviewOn: input.reviewOn ?? null,
    listedBy,
  };
}
