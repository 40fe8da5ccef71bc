/** Length of one window: a code shown in it is signed for it and dies with it. */
export const WINDOW_SECONDS = 30;

/** How many windows a code may lie before or after the gate's own: clocks differ and people are slow. */
export const WINDOW_TOLERANCE = 1;

const SPAN = 0x10000;

/**
 * The full window counter of a moment.
 * @param unixSeconds seconds since 1970, already corrected by the known offset to the server; fractions are allowed
 */
export function counterAt(unixSeconds: number): number {
  return Math.floor(unixSeconds / WINDOW_SECONDS);
}

/** The moment, in unix seconds, at which a window begins. The next one begins `WINDOW_SECONDS` later. */
export function startOfWindow(counter: number): number {
  return counter * WINDOW_SECONDS;
}

/**
 * The full counter nearest to the gate's own whose lowest 16 bits are those shown; exactly half a span (32768 windows)
 * away, the later one. The 16 bits come round every 22 days 18 hours, so a code more than 11 days old is read as
 * another window, and its signature fails.
 * @param low16 the 16 bits in the code, 0…65535
 * @param own the gate's own full counter
 */
export function nearestCounter(low16: number, own: number): number {
  const ahead = (((low16 - own) % SPAN) + SPAN) % SPAN;
  const nearest = own + (ahead > SPAN / 2 ? ahead - SPAN : ahead);
  return nearest < 0 ? nearest + SPAN : nearest;
}

/** Whether a full counter is close enough to the gate's own to count as "now". */
export function isCurrent(counter: number, own: number): boolean {
  return Math.abs(counter - own) <= WINDOW_TOLERANCE;
}
