import { type PeriodValue } from '@gatehouse/contract';
import { weeklyHours } from '@gatehouse/contract/rules/weekly-at-gate';

interface PeriodColumns {
  period_from: Date | number;
  period_until: Date | number;
  daily_from: number | null;
  daily_until: number | null;
  weekdays: number[] | null;
}

/** The period of a pass as people read it; of a long-term one with its days and hours. */
export function periodShown(row: PeriodColumns): PeriodValue {
  const { daily_from: from, daily_until: until } = row;
  const weekly = weeklyHours(row.weekdays, from === null || until === null ? null : { from, until });
  return {
    from: new Date(row.period_from).toISOString(),
    until: new Date(row.period_until).toISOString(),
    ...(weekly && { weekly }),
  };
}
