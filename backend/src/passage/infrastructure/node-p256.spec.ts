import { hkdfSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nodeHkdf } from './node-p256.js';

describe('the key derivation of the server', () => {
  it('is HKDF of RFC 5869 with an empty salt', () => {
    const secrets = fc.uint8Array({ maxLength: 80 });
    const infos = fc.constantFrom('GH1 lookup', 'GH1 record', '');
    fc.assert(
      fc.property(secrets, infos, fc.integer({ min: 1, max: 32 }), (secret, info, length) => {
        const expected = new Uint8Array(hkdfSync('sha256', secret, '', info, length));
        expect(nodeHkdf.hkdfSha256(secret, info, length)).toEqual(expected);
      }),
    );
  });
});
