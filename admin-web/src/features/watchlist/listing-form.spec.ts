import { expect, it } from 'vitest';
import { checkListing, emptyListing, toInput } from './listing-form';

const now = Date.parse('2026-11-22T04:00:00Z');
const complete = { ...emptyListing(), name: '徐伟', documentNumber: '11010519491231002X', reason: '倒卖访客码' };

it('accepts a person with one thing to match on', () => {
  expect(checkListing(complete, now)).toEqual({});
  expect(checkListing({ ...complete, documentNumber: '', plate: '浙E12345' }, now)).toEqual({});
});

it('wants a document, a mobile or a plate', () => {
  expect(checkListing({ ...complete, documentNumber: '' }, now).keys?.zh).toContain('至少填写一项');
});

it('on a birth date alone takes no more than watching', () => {
  const resembling = { ...complete, documentNumber: '', birthDate: '1990-03-07' };
  expect(checkListing(resembling, now).level?.zh).toContain('仅关注');
  expect(checkListing({ ...resembling, level: 'watch' }, now)).toEqual({});
});

it('finds a mistyped document by its check character', () => {
  expect(checkListing({ ...complete, documentNumber: '110105194912310021' }, now).documentNumber?.zh).toContain(
    '校验码',
  );
});

it('takes old 15-digit numbers, because old lists have them', () => {
  expect(checkListing({ ...complete, documentKind: 'PRC_ID15', documentNumber: '110105491231002' }, now)).toEqual({});
});

it('checks mobile and plate only when they are given', () => {
  const faults = checkListing({ ...complete, mobile: '1234', plate: '浙E' }, now);

  expect(Object.keys(faults).sort()).toEqual(['mobile', 'plate']);
});

it('wants a name and a reason', () => {
  expect(Object.keys(checkListing({ ...complete, name: '徐', reason: '  ' }, now)).sort()).toEqual(['name', 'reason']);
});

it('sends only what was filled in', () => {
  expect(toInput({ ...complete, until: '2026-12-31' })).toEqual({
    name: '徐伟',
    documentKind: 'PRC_ID',
    documentNumber: '11010519491231002X',
    level: 'refuse',
    reason: '倒卖访客码',
    until: '2026-12-31',
  });
  expect(toInput({ ...complete, documentNumber: '', mobile: '13800138000' })).not.toHaveProperty('documentKind');
});
