import { type Direction } from '@gatehouse/contract';
import { recordTime } from './device-time.js';
import { tabFields } from './lines.js';

/** One line of what a terminal saw. */
export interface TerminalRecord {
  at: Date;
  door: number;
  direction: Direction | null;
  /** the number it knows the person by; empty when none */
  pin: string;
  /** card, or the text of a code; empty when none */
  card: string;
  event: number;
  /** unique per device; null for a question */
  index: number | null;
}

/** What became of a person at the door, as the terminal's event says it. Everything else is about the door itself. */
export type Happened = 'opened' | 'denied' | 'server-agreed' | 'server-refused' | 'server-silent' | 'other';

const OPENED = new Set([0, 1, 2, 3, 14, 17, 218]);
const DENIED = new Set([
  20, 21, 22, 23, 24, 25, 27, 29, 30, 31, 33, 34, 35, 38, 39, 41, 43, 49, 50, 53, 61, 62, 63, 73, 74,
]);

/** Null when the line is no record with a time. */
export function readRecord(line: string): TerminalRecord | null {
  const fields = tabFields(line);
  const at = recordTime(fields.time);
  if (!at) return null;
  const index = whole(fields.index);
  return {
    at,
    door: whole(fields.eventaddr) || 1,
    direction: { '0': 'entry' as const, '1': 'exit' as const }[fields.inoutstatus ?? ''] ?? null,
    pin: given(fields.pin),
    card: given(fields.cardno),
    event: whole(fields.event) ?? -1,
    index,
  };
}

export function whatHappened(event: number): Happened {
  if (event === 222) return 'server-agreed';
  if (event === 44) return 'server-refused';
  if (event === 45) return 'server-silent';
  if (OPENED.has(event)) return 'opened';
  return DENIED.has(event) ? 'denied' : 'other';
}

const given = (value = ''): string => (value === '0' ? '' : value);

function whole(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,15}$/.test(value.trim()) ? Number(value) : null;
}
