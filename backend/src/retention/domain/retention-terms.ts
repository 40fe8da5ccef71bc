import { RETENTION_KINDS, type RetentionKind } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';

/** In days. */
export interface Bounds {
  usual: number;
  least: number;
  most: number;
}

/**
 * What may be set. Logs of who passed where are kept six months at least (网络安全法 21), so nothing that says who it
 * was can be set to less; everything else may go earlier, and nothing may stay without an end.
 */
export const bounds: Partial<Record<RetentionKind, Bounds>> = {
  'document-number': { usual: 90, least: 7, most: 365 },
  'mobile-number': { usual: 180, least: 7, most: 730 },
  person: { usual: 365, least: 180, most: 1095 },
  'passage-evidence': { usual: 180, least: 180, most: 1095 },
  'emergency-person': { usual: 180, least: 180, most: 1095 },
  invitation: { usual: 90, least: 7, most: 365 },
  'blacklist-evidence': { usual: 365, least: 30, most: 1825 },
  'blacklist-entry': { usual: 1095, least: 180, most: 3650 },
  notice: { usual: 90, least: 7, most: 365 },
  export: { usual: 180, least: 30, most: 730 },
  delivery: { usual: 30, least: 1, most: 180 },
  session: { usual: 30, least: 1, most: 180 },
  'leaver-contact': { usual: 180, least: 30, most: 730 },
  'directory-report': { usual: 180, least: 30, most: 730 },
};

export type Days = Partial<Record<RetentionKind, number>>;

/** The days of every kind that is set here. */
export const daysOf = (set: Days): Days =>
  Object.fromEntries(
    RETENTION_KINDS.flatMap((kind) => (bounds[kind] ? [[kind, set[kind] ?? bounds[kind].usual]] : [])),
  );

/** The terms with some of them changed; refuses what is out of bounds. */
export function changed(set: Days, changes: { kind: RetentionKind; days: number }[]): Days {
  for (const { kind, days } of changes) mustFit(kind, days);
  return { ...set, ...Object.fromEntries(changes.map(({ kind, days }) => [kind, days])) };
}

function mustFit(kind: RetentionKind, days: number): void {
  const bound = bounds[kind];
  if (!bound) throw new DomainError('retention.set-elsewhere');
  const { least, most } = bound;
  if (!Number.isInteger(days) || days < least || days > most)
    throw new DomainError('retention.out-of-bounds', { kind, least, most });
}
