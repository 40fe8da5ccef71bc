import { type IncidentRow } from '@gatehouse/contract';

export interface TimelineEntry {
  at: string;
  kind: 'scanned' | 'learnt' | 'annulled' | 'found' | 'closed';
  who: string | null;
  /** the gate it happened at */
  gate: string | null;
}

/** A minute: what arrives sooner was not offline, and its arrival says nothing. */
const LATE_MS = 60_000;

/** What happened, in the order in which it happened: at the gates, and as the office came to know. */
export function timelineOf({ scans, foundAt, closing }: IncidentRow): TimelineEntry[] {
  const entries: TimelineEntry[] = scans.flatMap(({ at, learnedAt, gate, by, annulled }) => [
    { at, kind: 'scanned' as const, who: by, gate: gate.name },
    ...(Date.parse(learnedAt) - Date.parse(at) > LATE_MS
      ? [{ at: learnedAt, kind: 'learnt' as const, who: null, gate: gate.name }]
      : []),
    ...(annulled ? [{ at: annulled.at, kind: 'annulled' as const, who: annulled.by, gate: gate.name }] : []),
  ]);
  entries.push({ at: foundAt, kind: 'found', who: null, gate: null });
  if (closing) entries.push({ at: closing.at, kind: 'closed', who: closing.by, gate: null });
  return entries.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
