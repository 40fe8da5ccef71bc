import { type CalendarDayRow } from '@gatehouse/contract';
import { expect, it } from 'vitest';
import { byMonth } from './calendar-months';

const day = (date: string, kind: CalendarDayRow['kind'] = 'holiday', name = '春节'): CalendarDayRow => ({
  id: date + kind,
  day: date,
  campusId: null,
  kind,
  name,
  nameEn: name,
  by: 'seed',
});

it('joins announced days that follow each other, also into the next month', () => {
  const months = byMonth([day('2026-01-31'), day('2026-02-01'), day('2026-02-14', 'workday'), day('2026-02-15')]);
  expect(months.map(({ name, runs }) => [name, runs.map(({ label }) => label)])).toEqual([
    ['2026-01', ['01-31 – 02-01']],
    ['2026-02', ['02-14', '02-15']],
  ]);
});

it('keeps days of a campus single: each can be taken out', () => {
  const months = byMonth([day('2026-06-01', 'closed', '考试'), day('2026-06-02', 'closed', '考试')]);
  expect(months[0]?.runs).toHaveLength(2);
});
