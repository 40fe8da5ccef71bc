import { recall, remember } from './storage.ts';

/** Milliseconds the server is ahead of this phone, as of the last contact; kept for pages opened without network. */
let offset = Number(recall('clock-offset')) || 0;

export function learnServerTime(now: string): void {
  const server = Date.parse(now);
  if (Number.isNaN(server)) return;
  offset = server - Date.now();
  remember('clock-offset', String(offset));
}

export const serverNow = (): number => Date.now() + offset;
