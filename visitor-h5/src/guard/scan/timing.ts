/** Notes how long a step of a scan took, for the bench and the browser's own tools. Old browsers note nothing. */
export function measured(step: 'decode' | 'judge' | 'shown', since: number, detail?: unknown): void {
  try {
    performance.measure(`scan.${step}`, { start: since, detail });
  } catch {
    return;
  }
}
