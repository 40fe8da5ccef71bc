import { expect, it } from 'vitest';
import { hoursToShow } from './hours';

const day = (busy: number[] = []) =>
  Array.from({ length: 24 }, (_, hour) => ({
    hour,
    entries: busy.includes(hour) ? 1 : 0,
    exits: 0,
    refused: 0,
    entriesYesterday: 0,
    entriesLastWeek: 0,
  }));

it('shows the hours of a usual day', () => {
  expect(hoursToShow(day()).map(({ hour }) => hour)).toEqual(Array.from({ length: 17 }, (_, i) => i + 6));
});

it('shows as much of the night as something happened in', () => {
  const hours = hoursToShow(day([4, 23]));

  expect([hours[0]?.hour, hours.at(-1)?.hour]).toEqual([4, 23]);
});
