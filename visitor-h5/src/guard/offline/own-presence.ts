import { type PresenceEntry } from '@gatehouse/contract/bundle/format';
import { type Direction } from '@gatehouse/contract/passage';
import { type PresenceFacts } from '@gatehouse/contract/pass/decision';

/** One admission this device saw itself, with or without network. */
export interface OwnAdmission {
  nonce: string;
  lookup: string | null;
  passId: string | null;
  direction: Direction;
  gateName: string;
  /** epoch milliseconds */
  at: number;
  /** window counter of the code that was shown; null where none was */
  counter: number | null;
  /** not yet uploaded, so that no bundle can know it */
  unsent: boolean;
}

/**
 * Where the holder is, by what this device saw and what the bundle says: the later of the two counts, and what the
 * device saw itself is sure. Of the windows the highest counts, whoever saw it.
 */
export function presenceOf(
  own: readonly OwnAdmission[],
  bundle: PresenceEntry | null,
  bundleMadeAt: number | null,
): PresenceFacts {
  const since = own.filter(({ at, unsent }) => unsent || bundleMadeAt === null || at > bundleMadeAt);
  const last = latest(bundle ? since : own);
  const lastCounter = {
    entry: highest(own, 'entry', bundle?.counterIn ?? null),
    exit: highest(own, 'exit', bundle?.counterOut ?? null),
  };
  const entriesUsed = (bundle?.entriesUsed ?? 0) + since.filter(({ direction }) => direction === 'entry').length;
  const rest = { entriesUsed, lastCounter, reservation: null };
  if (last) {
    const state = last.direction === 'entry' ? 'inside' : 'outside';
    return { state, source: 'own-queue', at: last.at, gateName: last.gateName, ...rest };
  }
  if (!bundle) return { state: 'unknown', source: 'own-queue', at: null, gateName: null, ...rest };
  return { state: bundle.state, source: 'bundle', at: bundle.at, gateName: bundle.gate, ...rest };
}

const latest = (own: readonly OwnAdmission[]): OwnAdmission | null =>
  own.reduce<OwnAdmission | null>((last, one) => (!last || one.at >= last.at ? one : last), null);

function highest(own: readonly OwnAdmission[], direction: Direction, known: number | null): number | null {
  const counters = own.filter((one) => one.direction === direction).map(({ counter }) => counter);
  const seen = [...counters, known].filter((counter) => counter !== null);
  return seen.length ? Math.max(...seen) : null;
}
