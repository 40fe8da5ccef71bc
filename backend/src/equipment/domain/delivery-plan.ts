import { type EquipmentFault } from '@gatehouse/contract';

export type Wanted = 'held' | 'gone';

/** What a try to bring a person to a device, or away from it, leads to. */
export interface NextStep {
  state: 'waiting' | 'done' | 'failed';
  /** when it is tried again; null = when somebody asks for it */
  tryAgainAt: Date | null;
}

const MOST_TRIES = 8;
const FIRST_WAIT_SECONDS = 15;
const LONGEST_WAIT_SECONDS = 3600;

/** Faults that the same photo or device will show again and again. */
const lasting: readonly EquipmentFault[] = [
  'no-face',
  'face-covered',
  'face-blurred',
  'face-turned',
  'photo-unfit',
  'unsupported',
];

/**
 * Bringing is given up after eight tries, or at once when trying again cannot help. Removing is never given up: it is
 * shown as failed and tried every hour.
 */
export function afterTry(wanted: Wanted, fault: EquipmentFault | null, attempts: number, now: Date): NextStep {
  if (fault === null) return { state: 'done', tryAgainAt: null };
  const wait = Math.min(FIRST_WAIT_SECONDS * 2 ** attempts, LONGEST_WAIT_SECONDS);
  const later = new Date(now.getTime() + wait * 1000);
  const isHopeless = attempts >= MOST_TRIES || lasting.includes(fault);
  if (!isHopeless) return { state: 'waiting', tryAgainAt: later };
  return { state: 'failed', tryAgainAt: wanted === 'gone' ? later : null };
}
