import { recall, remember } from './storage.ts';

/** Milliseconds the server is ahead of this phone, as of the last contact; kept for pages opened without network. */
let offset = Number(recall('clock-offset')) || 0;

export function learnServerTime(now: string): void {
  const server = Date.parse(now);
  if (Number.isNaN(server)) return;
  offset = server - Date.now();
  remember('clock-offset', String(offset));
}

/** Seconds by which this phone's clock is wrong; offline, with nothing learned, its codes would be too. */
export const clockError = (): number => Math.round(Math.abs(offset) / 1000);

export const serverNow = (): number => Date.now() + offset;
