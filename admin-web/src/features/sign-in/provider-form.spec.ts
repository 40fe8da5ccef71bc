import { type SignInProviderRow } from '@gatehouse/contract';
import { expect, it } from 'vitest';
import { emptyForm, formOf, inputOf } from './provider-form';

const row = {
  ...{ key: 'east', name: { zh: '东', en: 'East' }, source: 'console', enabled: false, version: 3, tell: [] },
  ...{ changedAt: null, changedBy: null },
  settings: {
    kind: 'cas',
    baseUrl: 'https://cas',
    validatePath: '/v',
    loginPath: '/in',
    mapping: { staffNumber: ['a'] },
  },
} as unknown as SignInProviderRow;

it('keeps what the form does not show, the switch, and the version that was edited', () => {
  expect(inputOf({ ...formOf(row), address: 'https://new' }, row)).toEqual({
    version: 3,
    name: { zh: '东', en: 'East' },
    enabled: false,
    settings: { ...row.settings, baseUrl: 'https://new' },
  });
});

it('takes one name or a list in the mapping, and nothing but an object', () => {
  const form = { ...emptyForm(), address: 'https://cas' };
  expect(inputOf({ ...form, mapping: '{"staffNumber":"zgh"}' }, null)?.settings.mapping).toEqual({
    staffNumber: ['zgh'],
  });
  expect(inputOf({ ...form, mapping: '[]' }, null)).toBeNull();
  expect(inputOf({ ...form, mapping: '{' }, null)).toBeNull();
});
