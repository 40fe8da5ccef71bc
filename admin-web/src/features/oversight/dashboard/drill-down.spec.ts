import { expect, it } from 'vitest';
import { passagesOf, passagesOfHour, passagesUntil, peopleInside, visitsOn, waitingVisits } from './drill-down';

const date = '2026-11-22';

it('leads to the rows of the same day, with the filter of the number', () => {
  expect(passagesOf({ date }, { outcome: 'refused', reason: 'TOO_EARLY' })).toEqual({
    name: 'passages',
    query: { from: date, until: date, outcome: 'refused', reason: 'TOO_EARLY' },
  });
});

it('leads to one hour, and to the whole of the last one', () => {
  expect(passagesOfHour({ date }, 9, {})).toMatchObject({
    query: { from: '2026-11-22T09:00', until: '2026-11-22T10:00' },
  });
  expect(passagesOfHour({ date }, 23, {})).toMatchObject({
    query: { from: '2026-11-22T23:00', until: '2026-11-23T00:00' },
  });
});

it('leads to another day up to the same time', () => {
  expect(passagesUntil({ date: '2026-11-21', until: '09:37' }, {})).toMatchObject({
    query: { from: '2026-11-21T00:00', until: '2026-11-21T09:37' },
  });
});

it('keeps the campus that is looked at', () => {
  expect(visitsOn({ date, campus: 'c1' })).toMatchObject({ query: { campus: 'c1' } });
  expect(peopleInside('c1', { presence: 'overstayed' })).toEqual({
    name: 'people',
    query: { presence: 'overstayed', campus: 'c1' },
  });
});

it('finds waiting visits however far away they are', () => {
  expect(waitingVisits({ date })).toMatchObject({ name: 'visits', query: { status: 'pending' } });
});
