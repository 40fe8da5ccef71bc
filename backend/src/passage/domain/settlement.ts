import { type Direction, type Outcome } from '@gatehouse/contract';
import { type KnownPresence } from './gate-question.js';

/** The passage as stored when its outcome arrives. Times in epoch milliseconds. */
export interface JudgedPassage {
  verdict: 'admit' | 'refuse';
  outcome: Outcome;
  expiresAt: number | null;
  /** whether somebody at the gate has said the outcome already */
  confirmed: boolean;
}

export type Settlement = { kind: 'duplicate' } | { kind: 'conflict' } | { kind: 'settled'; forced: boolean };

/**
 * What an outcome does to a passage. Facts first: who was let in although the verdict refused or had lapsed is stored as
 * admitted and marked forced. A verdict that is given back (`lapsed`) changes nothing that is settled or over. Only another outcome than the one already confirmed is a conflict.
 */
export function settle(passage: JudgedPassage, wanted: 'admitted' | 'refused' | 'lapsed', now: number): Settlement {
  const { verdict, outcome, confirmed, expiresAt } = passage;
  if (outcome === 'annulled') return { kind: 'conflict' };
  if (confirmed) return { kind: outcome === wanted ? 'duplicate' : 'conflict' };
  if (wanted === 'lapsed' && outcome !== 'waiting') return { kind: 'duplicate' };
  const isLate = outcome === 'lapsed' || (expiresAt !== null && now >= expiresAt);
  return { kind: 'settled', forced: wanted === 'admitted' && (verdict === 'refuse' || isLate) };
}

/** Where the holder is after an admitted passage. The window counter of the code shown can never be admitted again. */
export function presenceAfter(
  before: KnownPresence,
  passage: { direction: Direction; counter: number | null; nonce: string; gateId: string; gateName: string },
  at: number,
): KnownPresence {
  const entering = passage.direction === 'entry';
  const facts = {
    entriesUsed: before.entriesUsed + (entering ? 1 : 0),
    counterIn: entering ? highest(before.counterIn, passage.counter) : before.counterIn,
    counterOut: entering ? before.counterOut : highest(before.counterOut, passage.counter),
    reservation: freed(before, passage.nonce).reservation,
  };
  // An outcome that waited for the network must not undo what was seen after it.
  if (before.since !== null && at < before.since) return { ...before, ...facts };
  return {
    ...facts,
    state: entering ? 'inside' : 'outside',
    since: at,
    gateId: passage.gateId,
    gateName: passage.gateName,
  };
}

/** A settled verdict gives the pass free again, unless another verdict holds it by now. */
export const freed = (presence: KnownPresence, nonce: string): KnownPresence =>
  presence.reservation?.nonce === nonce ? { ...presence, reservation: null } : presence;

const highest = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

/** Where the holder is by his admitted passages alone, in their order: after one of them was annulled. */
export function presenceFrom(
  admitted: readonly { direction: Direction; at: number; counter: number | null; gateId: string }[],
  nameOf: (gateId: string) => string,
): KnownPresence {
  const counters = (direction: Direction) =>
    admitted
      .filter((passage) => passage.direction === direction)
      .reduce<number | null>((most, { counter }) => highest(most, counter), null);
  const last = admitted[admitted.length - 1];
  return {
    state: last?.direction === 'entry' ? 'inside' : 'outside',
    since: last?.at ?? null,
    gateId: last?.gateId ?? null,
    gateName: last ? nameOf(last.gateId) : null,
    entriesUsed: admitted.filter(({ direction }) => direction === 'entry').length,
    counterIn: counters('entry'),
    counterOut: counters('exit'),
    reservation: null,
  };
}
