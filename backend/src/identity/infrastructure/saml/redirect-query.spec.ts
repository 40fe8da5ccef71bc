import { createSign, generateKeyPairSync } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readSignedQuery } from './redirect-query.js';
import { selfSigned } from './self-signed.js';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const day = 86_400_000;
const certificate = selfSigned(keys, 'idp', [new Date(Date.now() - day), new Date(Date.now() + day)]);
const sha = (bits: number) => encodeURIComponent(`http://www.w3.org/2001/04/xmldsig-more#rsa-sha${bits}`);
const message = encodeURIComponent(deflateRawSync('<a/>').toString('base64'));
const signed = (query: string, hash = 'RSA-SHA256'): string =>
  `${query}&Signature=${encodeURIComponent(createSign(hash).update(query).sign(keys.privateKey, 'base64'))}`;
const good = signed(`SAMLRequest=${message}&RelayState=r%201&SigAlg=${sha(256)}`);
const reasonOf = (query: string, certificates = [certificate]): string => {
  try {
    return readSignedQuery(query, certificates).kind;
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a signed query', () => {
  it('is read when the signature holds, also by a second certificate during roll-over', () => {
    expect(readSignedQuery(good, [certificate])).toEqual({ kind: 'SAMLRequest', xml: '<a/>', relayState: 'r 1' });
    const other = selfSigned(generateKeyPairSync('rsa', { modulusLength: 2048 }), 'new', [new Date(0), new Date()]);
    expect(reasonOf(good, [other, certificate])).toBe('SAMLRequest');
    expect(reasonOf(good, [other])).toBe('saml.logout-signature');
    expect(reasonOf(signed(`SAMLResponse=${message}&SigAlg=${sha(512)}`, 'RSA-SHA512'))).toBe('SAMLResponse');
  });

  const sha1 = encodeURIComponent('http://www.w3.org/2000/09/xmldsig#rsa-sha1');
  it.each([
    ['without a signature', `SAMLRequest=${message}`, 'saml.logout-unsigned'],
    ['without an algorithm', signed(`SAMLRequest=${message}`), 'saml.logout-unsigned'],
    ['signed by SHA-1', signed(`SAMLRequest=${message}&SigAlg=${sha1}`, 'RSA-SHA1'), 'saml.logout-unsigned'],
    ['with the request twice', `${good}&SAMLRequest=${message}`, 'saml.logout-query'],
    ['with the request before it', `SAMLRequest=x&${good}`, 'saml.logout-query'],
    ['with a second name written otherwise', `${good}&%53AMLRequest=${message}`, 'saml.logout-query'],
    ['with a name of its own', `${good}&x=1`, 'saml.logout-query'],
    ['with request and response', `${good}&SAMLResponse=${message}`, 'saml.logout-message'],
    ['with an empty part', `${good}&`, 'saml.logout-query'],
    ['with a part without a value', `${good}&RelayState`, 'saml.logout-query'],
    ['with brackets', good.replace('SAMLRequest=', 'SAMLRequest[]='), 'saml.logout-query'],
    ['with another state', good.replace('r%201', 'r%202'), 'saml.logout-signature'],
    ['with the same state written otherwise', good.replace('r%201', 'r+1'), 'saml.logout-signature'],
    ['empty', '', 'saml.logout-query'],
    ['larger than any message', signed(`SAMLRequest=${'A'.repeat(20_000)}&SigAlg=${sha(256)}`), 'saml.logout-query'],
    [
      'that blows up',
      signed(
        `SAMLRequest=${encodeURIComponent(deflateRawSync('a'.repeat(1_000_000)).toString('base64'))}&SigAlg=${sha(256)}`,
      ),
      'saml.logout-message',
    ],
  ])('%s is refused', (_what, query, reason) => expect(reasonOf(query)).toBe(reason));

  it('holds for no other text', () => {
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.constantFrom(...'aB1%&=+_'), (at, sign) => {
        const changed = good.slice(0, at) + sign + good.slice(at + 1);
        // The signature's own base64 has bits without meaning in its last sign, and padding may be written otherwise.
        if (changed !== good && at < good.indexOf('&Signature=')) expect(reasonOf(changed)).toMatch(/^saml\./);
      }),
      { numRuns: 300 },
    );
  });
});
