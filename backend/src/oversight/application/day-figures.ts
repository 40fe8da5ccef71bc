import { type Dashboard, type HourFigures } from '@gatehouse/contract';

/** Passages of one campus hour that count as one thing. `detail` is the reason of a refusal, otherwise `car` or `foot`. */
export interface HourCount {
  hour: number;
  campusId: string;
  gateId: string;
  kind: 'entry' | 'exit' | 'refused';
  detail: string;
  passages: number;
}

export interface PassageFigures {
  entries: number;
  exits: number;
  refused: number;
}

type Counted = Pick<HourCount, 'kind' | 'passages'>;

/** How many came in, went out and were refused. */
export const figuresOf = (counts: readonly Counted[]): PassageFigures => ({
  entries: sumOf(counts.filter(({ kind }) => kind === 'entry')),
  exits: sumOf(counts.filter(({ kind }) => kind === 'exit')),
  refused: sumOf(counts.filter(({ kind }) => kind === 'refused')),
});

export const sumOf = (counts: readonly Pick<HourCount, 'passages'>[]): number =>
  counts.reduce((sum, { passages }) => sum + passages, 0);

/** Reasons of refusals, most frequent first. */
export function refusalsOf(counts: readonly HourCount[]): Dashboard['refusedToday'] {
  const refused = counts.filter(({ kind }) => kind === 'refused');
  const byReason = [...new Set(refused.map(({ detail }) => detail))]
    .map((reason) => ({ reason, count: sumOf(refused.filter(({ detail }) => detail === reason)) }))
    .sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason));
  return { all: sumOf(refused), byReason };
}

/** The 24 hours of a day, with the entries of two other days beside them. */
export function hoursOf(
  today: readonly HourCount[],
  yesterday: readonly HourCount[],
  lastWeek: readonly HourCount[],
): HourFigures[] {
  return Array.from({ length: 24 }, (_, hour) => {
    const of = (counts: readonly HourCount[]) => figuresOf(counts.filter((row) => row.hour === hour));
    return {
      hour,
      ...of(today),
      entriesYesterday: of(yesterday).entries,
      entriesLastWeek: of(lastWeek).entries,
    };
  });
}

/** What happened before the hour in which the moment lies, and of that hour what came before the moment. */
export const figuresUntil = (hour: number, counts: readonly HourCount[], lastHour: readonly Counted[]) =>
  figuresOf([...counts.filter((row) => row.hour < hour), ...lastHour]);
