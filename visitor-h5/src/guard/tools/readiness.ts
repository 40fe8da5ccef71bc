export type CheckState = 'good' | 'weak' | 'bad' | 'running';

/** Before a shift: each thing that will be missed at three in the morning. */
export interface Check {
  state: CheckState;
  /** what was measured, such as minutes or megabytes */
  n?: number;
}

const CLOCK_GOOD_SECONDS = 5;
const CLOCK_WEAK_SECONDS = 25;
const ROOM_GOOD_MB = 200;
const ROOM_WEAK_MB = 30;
const AGE_GOOD_MINUTES = 5;

/** A phone's code lives in three windows of 30 seconds: half a minute is the end of it. */
export function clockCheck(skewSeconds: number): Check {
  const n = Math.abs(Math.round(skewSeconds));
  return { n, state: n <= CLOCK_GOOD_SECONDS ? 'good' : n <= CLOCK_WEAK_SECONDS ? 'weak' : 'bad' };
}

/** @param ageMinutes null when there is no bundle at all */
export function bundleCheck(ageMinutes: number | null, mostMinutes: number): Check {
  if (ageMinutes === null) return { state: 'bad' };
  const n = Math.round(ageMinutes);
  return { n, state: ageMinutes <= AGE_GOOD_MINUTES ? 'good' : ageMinutes <= mostMinutes ? 'weak' : 'bad' };
}

export function roomCheck(quota: number | undefined, usage: number | undefined): Check {
  if (quota === undefined || usage === undefined) return { state: 'weak' };
  const n = Math.round((quota - usage) / 1_000_000);
  return { n, state: n >= ROOM_GOOD_MB ? 'good' : n >= ROOM_WEAK_MB ? 'weak' : 'bad' };
}

export const queueCheck = (waiting: number): Check => ({ n: waiting, state: waiting === 0 ? 'good' : 'weak' });
