import { expect, it } from 'vitest';
import { emptyPlan, toInput } from './plan.ts';

const now = Date.parse('2026-11-23T01:00:00Z');
const period = { from: '2026-11-24T01:00:00Z', until: '2026-11-24T09:00:00Z' };

it('a plain invitation leaves the rest to the guest, for a week', () => {
  expect(toInput(emptyPlan(), now)).toEqual({
    kind: 'personal',
    people: 1,
    preApproved: false,
    expiresAt: '2026-11-30T01:00:00.000Z',
  });
});

it('with a fixed period the link works until that ends', () => {
  expect(toInput({ ...emptyPlan(), isFixed: true, period }, now)).toMatchObject({ period, expiresAt: period.until });
});

it('a group is bound to no phone', () => {
  expect(toInput({ ...emptyPlan(), kind: 'group', mobile: '13912340001' }, now)).not.toHaveProperty('mobile');
});
