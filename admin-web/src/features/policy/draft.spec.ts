import { type Dial, DIAL_KEYS } from '@gatehouse/contract';
import { expect, it } from 'vitest';
import { changesOf, conflictsOf, differencesOf, SECTIONS } from './draft';

const dials: Dial[] = [
  { key: 'period.maxDays', kind: 'number', value: 7, least: 1, most: 180 },
  { key: 'quotas', kind: 'quotas', value: [] },
];

it('shows every setting in exactly one section', () => {
  expect(SECTIONS.flatMap(({ keys }) => keys).sort()).toEqual([...DIAL_KEYS].sort());
});

it('calls a change what differs, also in a list, and nothing that was turned back', () => {
  expect(changesOf(dials, new Map([['period.maxDays', 7]]))).toEqual([]);
  expect(changesOf(dials, new Map([['quotas', []]]))).toEqual([]);
  const changes = changesOf(dials, new Map([['period.maxDays', 3]]));
  expect(changes).toEqual([{ key: 'period.maxDays', value: 3 }]);
  expect(differencesOf(dials, changes)).toEqual([{ key: 'period.maxDays', was: 7, now: 3 }]);
});

it('names what two people changed differently, whoever of them changed it', () => {
  const mine = [{ key: 'period.maxDays' as const, value: 3 }];
  expect(conflictsOf(mine, mine)).toEqual([]);
  expect(conflictsOf(mine, [{ key: 'period.maxDays', value: 5 }])).toEqual(['period.maxDays']);
  expect(conflictsOf(mine, [])).toEqual(['period.maxDays']);
  expect(conflictsOf([], mine)).toEqual(['period.maxDays']);
});
