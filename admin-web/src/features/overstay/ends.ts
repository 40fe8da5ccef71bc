const HOUR = 3_600_000;

/** Ends to choose from: one, two, four hours from now or from the end, whatever is later, within what is allowed. */
export function endsFrom(until: string, latest: string, now: number): string[] {
  const start = Math.max(Date.parse(until), now);
  const quarter = 15 * 60_000;
  const rounded = Math.ceil(start / quarter) * quarter;
  return [1, 2, 4, 8]
    .map((hours) => rounded + hours * HOUR)
    .filter((end) => end <= Date.parse(latest))
    .map((end) => new Date(end).toISOString());
}
