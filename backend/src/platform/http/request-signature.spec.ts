import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSignedBy, requestSignature, type SignedRequest } from './request-signature.js';

const secret = 'a secret that is long enough for us';
const now = new Date('2026-11-23T01:00:00Z');
const request: SignedRequest = {
  client: 'hall',
  method: 'GET',
  target: '/api/feeds/todo?after=x',
  time: '1795395600',
  nonce: '0123456789abcdef',
  staff: 'T1001',
};
const judge = (changed: Partial<SignedRequest>, signature = requestSignature(request, secret), at = now) =>
  isSignedBy({ ...request, ...changed }, signature, secret, at);

describe('a signed request', () => {
  it('holds as it was signed', () => expect(judge({})).toBe(true));

  it('has the signature that docs/integrations/todo-feed.md prints', () =>
    expect(requestSignature(request, secret)).toBe('64b7158f8aa57a26a220db2b38af45527a68e75e5241ef48d11c10a6bac79c94'));

  it('does not hold once anything of it is changed', () => {
    const field = fc.constantFrom(...(Object.keys(request) as (keyof SignedRequest)[]));
    fc.assert(
      fc.property(field, fc.string({ minLength: 1 }), (name, value) => {
        fc.pre(value !== request[name]);
        return !judge({ [name]: value });
      }),
    );
  });

  it('cannot move text from one field into the next', () =>
    expect(judge({ client: 'hall\nGET', method: '' })).toBe(false));

  it('does not hold under another secret, or with half a signature', () => {
    expect(judge({}, requestSignature(request, `${secret}!`))).toBe(false);
    expect(judge({}, requestSignature(request, secret).slice(0, 32))).toBe(false);
  });

  it('is too old, or from a clock too far ahead, after five minutes', () => {
    expect(judge({}, undefined, new Date(now.getTime() + 300_000))).toBe(true);
    expect(judge({}, undefined, new Date(now.getTime() + 301_000))).toBe(false);
    expect(judge({}, undefined, new Date(now.getTime() - 301_000))).toBe(false);
  });
});
