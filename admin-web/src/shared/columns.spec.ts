import { expect, it } from 'vitest';
import { useColumns } from './columns';

const keys = ['number', 'status', 'plate'];

it('shows every column until somebody chooses', () => {
  const { shows, chosen } = useColumns('visits', keys);
  expect(keys.every(shows)).toBe(true);
  expect(chosen.value).toEqual(keys);
});

it('remembers a choice, and forgets columns that are no more', () => {
  useColumns('visits', keys).choose(['number', 'gone']);
  const { shows } = useColumns('visits', keys);
  expect(keys.filter(shows)).toEqual(['number']);
  localStorage.setItem('console.columns.visits', 'broken');
  expect(useColumns('visits', keys).chosen.value).toEqual(keys);
});
