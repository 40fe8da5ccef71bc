import { expect, it } from 'vitest';
import { passagesOf, visitsOn, waitingVisits } from './drill-down';

const date = '2026-11-22';

it('leads to the rows of the same day, with the filter of the number', () => {
  expect(passagesOf({ date }, { outcome: 'refused', reason: 'TOO_EARLY' })).toEqual({
    name: 'passages',
    query: { from: date, until: date, outcome: 'refused', reason: 'TOO_EARLY' },
  });
});

it('keeps the campus that is looked at', () => {
  expect(visitsOn({ date, campus: 'c1' })).toMatchObject({ query: { campus: 'c1' } });
});

it('finds waiting visits however far ahead they are', () => {
  expect(waitingVisits({ date })).toEqual({
    name: 'visits',
    query: { status: 'pending', from: date, until: '2027-11-22' },
  });
});
