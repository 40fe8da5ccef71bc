import { type CalendarDayRow } from '@gatehouse/contract';

interface Run {
  first: CalendarDayRow;
  days: CalendarDayRow[];
  /** `02-15 – 02-23` */
  label: string;
}

const next = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Announced days that follow each other are one line; days of a campus stay single, as each can be taken out. */
export function byMonth(days: readonly CalendarDayRow[]): { name: string; runs: Run[] }[] {
  const runs: Run[] = [];
  for (const day of days) {
    const last = runs.find(({ first, days: held }) => {
      const end = held[held.length - 1];
      const isAnnounced = first.kind === 'holiday' || first.kind === 'workday';
      return isAnnounced && first.kind === day.kind && first.name === day.name && end && next(end.day) === day.day;
    });
    if (last) last.days.push(day);
    else runs.push({ first: day, days: [day], label: '' });
  }
  for (const run of runs) run.label = labelOf(run.days);
  const months = [...new Set(runs.map(({ first }) => first.day.slice(0, 7)))].sort();
  return months.map((name) => ({ name, runs: runs.filter(({ first }) => first.day.startsWith(name)) }));
}

function labelOf(days: CalendarDayRow[]): string {
  const [first, last] = [days[0]?.day.slice(5) ?? '', days[days.length - 1]?.day.slice(5) ?? ''];
  return first === last ? first : `${first} – ${last}`;
}
