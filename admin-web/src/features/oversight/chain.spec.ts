import { expect, it } from 'vitest';
import { chainOf } from './chain';

it('tells how far the rows are sealed and how many still wait', () => {
  expect(chainOf([{ seq: null }, { seq: 41 }, { seq: 42 }])).toEqual({ newest: 42, waiting: 1 });
});

it('has no newest number where nothing is sealed', () => {
  expect(chainOf([{ seq: null }])).toEqual({ newest: null, waiting: 1 });
});
