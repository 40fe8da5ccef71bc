import { type SignInProviderRow } from '@gatehouse/contract';
import { expect, it } from 'vitest';
import { emptyForm, formOf, inputOf } from './provider-form';

const rowWith = (settings: object) =>
  ({
    ...{ key: 'east', name: { zh: '东', en: 'East' }, source: 'console', enabled: false, version: 3, tell: [] },
    ...{ changedAt: null, changedBy: null, settings },
  }) as unknown as SignInProviderRow;

const cas = {
  ...{ kind: 'cas', baseUrl: 'https://cas', loginPath: '/in', validatePath: '/v', logoutPath: '/out' },
  ...{ serviceParameter: 'goto', mapping: { staffNumber: ['a'] } },
};
const saml = {
  ...{ kind: 'saml', metadataUrl: 'https://idp/metadata', metadataXml: null, idpEntityId: 'https://idp' },
  ...{ nameIdFormat: null, allowSha1: true, requireEncryption: true, mapping: { name: ['cn'] } },
};

it('keeps every setting, the switch, and the version that was edited', () => {
  const row = rowWith(cas);
  const form = formOf(row);
  form.cas.baseUrl = ' https://new ';
  expect(inputOf(form, row)).toEqual({
    ...{ version: 3, name: { zh: '东', en: 'East' }, enabled: false },
    settings: { ...cas, baseUrl: 'https://new' },
  });
});

it('shows and sends all that SAML can be told; what is empty is nothing', () => {
  const row = rowWith(saml);
  expect(inputOf(formOf(row), row)?.settings).toEqual(saml);
});

it('begins with the usual paths of CAS', () => {
  expect(inputOf(emptyForm(), null)?.settings).toMatchObject({
    ...{ loginPath: '/login', validatePath: '/p3/serviceValidate', logoutPath: '/logout', serviceParameter: 'service' },
  });
});

it('takes one name or a list in the mapping, and nothing but an object', () => {
  const form = emptyForm();
  expect(inputOf({ ...form, mapping: '{"staffNumber":"zgh"}' }, null)?.settings.mapping).toEqual({
    staffNumber: ['zgh'],
  });
  expect(inputOf({ ...form, mapping: '[]' }, null)).toBeNull();
  expect(inputOf({ ...form, mapping: '{' }, null)).toBeNull();
});
