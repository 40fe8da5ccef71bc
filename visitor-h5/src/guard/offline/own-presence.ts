import { type Direction } from '@gatehouse/contract/passage';
import { type PresenceFacts } from '@gatehouse/contract/pass/decision';

/** One admission this device saw itself, online or not. */
export interface OwnAdmission {
  /** lookup of the code, or id of the pass a long code names */
  key: string;
  direction: Direction;
  gateName: string;
  /** epoch milliseconds */
  at: number;
  /** window counter of the code that was shown */
  counter: number;
  /** not yet uploaded, so that no bundle can know it */
  unsent: boolean;
}

/** What the bundle says of a pass, as of the time it was made. */
export interface BundlePresence {
  inside: boolean;
  /** epoch milliseconds */
  at: number | null;
  gateName: string | null;
  entriesUsed: number;
}

/**
 * Where the holder is, by what this device saw and what the bundle says: the later of the two counts, and what the
 * device saw itself is sure. Counters always come from the own eyes, the bundle carries none.
 */
export function presenceOf(
  own: readonly OwnAdmission[],
  bundle: BundlePresence | null,
  bundleMadeAt: number | null,
): PresenceFacts {
  const since = own.filter(({ at, unsent }) => unsent || bundleMadeAt === null || at > bundleMadeAt);
  const last = latest(bundle ? since : own);
  const lastCounter = { entry: counterOf(own, 'entry'), exit: counterOf(own, 'exit') };
  const entriesUsed = (bundle?.entriesUsed ?? 0) + since.filter(({ direction }) => direction === 'entry').length;
  const rest = { entriesUsed, lastCounter, reservation: null };
  if (last) {
    const state = last.direction === 'entry' ? 'inside' : 'outside';
    return { state, source: 'own-queue', at: last.at, gateName: last.gateName, ...rest };
  }
  if (!bundle) return { state: 'unknown', source: 'own-queue', at: null, gateName: null, ...rest };
  const state = bundle.inside ? 'inside' : 'outside';
  return { state, source: 'bundle', at: bundle.at, gateName: bundle.gateName, ...rest };
}

const latest = (own: readonly OwnAdmission[]): OwnAdmission | null =>
  own.reduce<OwnAdmission | null>((last, one) => (!last || one.at >= last.at ? one : last), null);

function counterOf(own: readonly OwnAdmission[], direction: Direction): number | null {
  const counters = own.filter((one) => one.direction === direction).map(({ counter }) => counter);
  return counters.length ? Math.max(...counters) : null;
}
