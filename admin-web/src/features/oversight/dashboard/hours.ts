import { type Dashboard } from '@gatehouse/contract';

type Hour = Dashboard['byHour'][number];
const [opening, closing] = [6, 22];

export const hourName = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** The day's usual hours, and the night only as far as something happened in it. */
export function hoursToShow(hours: Hour[]): Hour[] {
  const busy = hours
    .filter((row) => row.entries || row.exits || row.refused || row.entriesYesterday || row.entriesLastWeek)
    .map((row) => row.hour);
  const first = Math.min(opening, ...busy);
  const last = Math.max(closing, ...busy);
  return hours.filter(({ hour }) => hour >= first && hour <= last);
}
