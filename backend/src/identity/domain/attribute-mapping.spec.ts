import { describe, expect, it } from '@jest/globals';
import { claimOf, defaultMapping, personOf } from './attribute-mapping.js';
import { readMapping } from './mapping-text.js';

const mapping = {
  ...defaultMapping,
  staffNumber: ['eduPersonStaffID', 'user'],
  type: ['containerId'],
  name: ['XM', 'cn'],
};

describe('a mapping', () => {
  it('reads the first attribute that has a value, and the provider’s own name where it says `user`', () => {
    const attributes = { eduPersonStaffID: [' '], cn: ['王静'], mobile: ['', '13800000001'] };
    expect(personOf(mapping, { user: 'T1001', attributes })).toEqual({
      staffNumber: 'T1001',
      name: '王静',
      unit: null,
      mobile: '13800000001',
      mail: null,
      type: null,
    });
  });

  it('guesses no number out of several', () => {
    const claim = (values: string[]) => claimOf(mapping, { user: 'x', attributes: { eduPersonStaffID: values } });
    expect(claim(['T1', 'T1'])).toEqual({ staffNumber: 'T1' });
    expect(claim(['T1', 'T2'])).toEqual({ refusal: 'no-number' });
    expect(claim(['x'.repeat(65)])).toEqual({ refusal: 'no-number' });
  });

  it('finds nothing under names that every object has', () => {
    expect(claimOf({ ...mapping, staffNumber: ['constructor', '__proto__'] }, { user: 'x', attributes: {} })).toEqual({
      refusal: 'no-number',
    });
  });

  it.each([
    [['jzg'], 'jzg', true],
    [['jzg'], 'JZG', true],
    [['jzg'], 'lzjzg', false],
    [['ou=jzg,*'], 'ou=jzg,ou=People', true],
    [['ou=jzg,*'], 'ou=bzks,ou=People', false],
    [['10'], '', false],
    [[], '', true],
    [['a.c'], 'abc', false],
  ])('with the kinds %j lets %j in: %s', (allowedTypes, kind, isIn) => {
    const claim = claimOf({ ...mapping, allowedTypes }, { user: 'T1', attributes: { containerId: [kind] } });
    expect('staffNumber' in claim).toBe(isIn);
  });
});

describe('a mapping as JSON', () => {
  it('takes a name or a list, and leaves the rest as usual', () => {
    expect(readMapping('{"staffNumber":"zgh","name":["XM","cn"]}')).toEqual({
      ...defaultMapping,
      staffNumber: ['zgh'],
      name: ['XM', 'cn'],
    });
    expect(readMapping('{}')).toEqual(defaultMapping);
  });

  it.each([
    '',
    '[]',
    'null',
    '{"staffnumber":"x"}',
    '{"staffNumber":5}',
    '{"staffNumber":[]}',
    '{"staffNumber":[["a"]]}',
  ])('that cannot be meant is told in a sentence: %s', (json) => expect(typeof readMapping(json)).toBe('string'));
});
