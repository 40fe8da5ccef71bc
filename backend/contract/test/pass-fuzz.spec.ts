import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { concat, fromHex, toHex, u16 } from '../src/pass/bytes.js';
import {
  CERTIFICATE_BYTES,
  certificateBody,
  certificateMessage,
  readCertificate,
  type Certificate,
} from '../src/pass/certificate.js';
import { formatLong, formatShort, longMessage, parseCode, SHORT_BYTES } from '../src/pass/pass-format.js';
import { toLowS, type Signer } from '../src/pass/p256.js';
import { lookupOf } from '../src/pass/secret.js';
import { issueCertificate, signLong, signShort } from '../src/pass/sign.js';
import { verifyShortSync, type KeyRing } from '../src/pass/verify.js';
import { counterAt } from '../src/pass/window.js';
import { keyNamed, nodeHkdf, nodeP256 } from './support/node-p256.js';
import { bytesOf, highTwin, withByte, withBytes } from './support/tampering.js';
import { verifySync } from './support/verify-sync.js';

const NOW = 1_780_279_200;
const SIGNATURE_AT = SHORT_BYTES - 64;
const phone = keyNamed('a phone');
const otherPhone = keyNamed('another phone');
const issuer = keyNamed('the issuer');
const secret = fromHex('0102030405060708090a0b0c');
const otherSecret = fromHex('1112131415161718191a1b1c');
const certificate: Certificate = {
  issuerKeyId: 1,
  keyNumber: 1,
  passId: fromHex('0190a5c27b3e7c418d2f9e6b5a4c3d21'),
  notBefore: NOW - 3600,
  notAfter: NOW + 3600,
  campusNumber: 1,
  flags: 0,
  phoneKey: phone.publicKey,
};
const keyRing: KeyRing = {
  phoneKeyOf: (lookup) =>
    [
      { lookup: lookupOf(secret, nodeHkdf), key: phone.publicKey },
      { lookup: lookupOf(otherSecret, nodeHkdf), key: otherPhone.publicKey },
    ].find((pass) => toHex(pass.lookup) === toHex(lookup))?.key ?? null,
  issuerKeys: new Map([[1, issuer.publicKey]]),
};

const accepted = (text: string, at = NOW) => verifySync(text, keyRing, at).ok;
/** The short code judged against the phone's key although its secret leads nowhere: the signature alone must refuse. */
const acceptedByKey = (text: string) => {
  const code = parseCode(text);
  return code.kind === 'short' && verifyShortSync(code, phone.publicKey, NOW, nodeP256).ok;
};

let short = '';
let long = '';
let signedCertificate = new Uint8Array();

beforeAll(async () => {
  short = await signShort({ secret, unixSeconds: NOW, sign: phone.sign });
  signedCertificate = new Uint8Array(await issueCertificate(certificate, issuer.sign));
  long = await signLong({ certificate: signedCertificate, unixSeconds: NOW, sign: phone.sign });
});

describe('a code', () => {
  it('is accepted as it was made, so that the refusals below mean something', () => {
    expect([accepted(short), accepted(long), acceptedByKey(short)]).toEqual([true, true, true]);
  });

  it('is never accepted with any one bit of any byte flipped', () => {
    for (const code of [short, long]) {
      for (let at = 0; at < bytesOf(code).length; at++) {
        const flipped = withByte(code, at, (byte) => byte ^ (1 << (at % 8)));
        expect([at, accepted(flipped), acceptedByKey(flipped)]).toEqual([at, false, false]);
      }
    }
  });

  it('is never accepted with random bytes changed', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.nat(), fc.integer({ min: 1, max: 255 }), (isShort, where, change) => {
        const code = isShort ? short : long;
        return !accepted(withByte(code, where % bytesOf(code).length, (byte) => byte ^ change));
      }),
    );
  });

  it('is never accepted cut short, at whatever length', () => {
    for (const code of [short, long]) {
      for (let length = 0; length < code.length; length++) expect(accepted(code.slice(0, length))).toBe(false);
    }
  });

  it('is never accepted with anything added before or behind it', () => {
    for (const extra of [' ', '0', '000', '\n', '\u0000', short]) {
      expect([accepted(short + extra), accepted(extra + short), accepted(long + extra)]).toEqual([false, false, false]);
    }
  });

  it('is never accepted written in another way', () => {
    const lowered = short.slice(0, 4) + short.slice(4).toLowerCase();
    const fullWidth = short.replace('GH1:', 'ＧＨ１：');
    for (const text of [short.toLowerCase(), lowered, fullWidth, encodeURIComponent(short)]) {
      expect(accepted(text)).toBe(false);
    }
  });

  it('is never accepted with a group that stands for more than two bytes', () => {
    for (let group = 0; group < SHORT_BYTES / 2; group++) {
      const at = 4 + group * 3;
      expect(accepted(`${short.slice(0, at)}:::${short.slice(at + 3)}`)).toBe(false);
    }
  });

  it('is never accepted as its high-s twin', () => {
    const bytes = bytesOf(short);
    const twin = withBytes(short, concat(bytes.subarray(0, SIGNATURE_AT), highTwin(bytes.subarray(SIGNATURE_AT))));
    expect([accepted(twin), acceptedByKey(twin)]).toEqual([false, false]);

    const longBytes = bytesOf(long);
    const twinOfPhone = concat(longBytes.subarray(0, 132), highTwin(longBytes.subarray(132)));
    const twinOfIssuer = concat(longBytes.subarray(0, 64), highTwin(longBytes.subarray(64, 128)), longBytes.slice(128));
    expect([accepted(withBytes(long, twinOfPhone)), accepted(withBytes(long, twinOfIssuer))]).toEqual([false, false]);
  });

  it('is accepted within one window of its own and never farther away', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40 * 86400, max: 40 * 86400 }), fc.boolean(), (shift, isShort) => {
        const current = Math.abs(counterAt(NOW + shift) - counterAt(NOW)) <= 1;
        return accepted(isShort ? short : long, NOW + shift) === current;
      }),
    );
    for (const shift of [-31, -30, 59, 60]) expect(accepted(short, NOW + shift)).toBe(shift === -30 || shift === 59);
  });

  it('says BAD_SIGNATURE, not STALE_WINDOW, when it is both forged and old', () => {
    const forged = withByte(short, SHORT_BYTES - 1, (byte) => byte ^ 1);
    expect(verifySync(forged, keyRing, NOW + 300)).toEqual({ ok: false, reason: 'BAD_SIGNATURE' });
    expect(verifySync(short, keyRing, NOW + 300)).toEqual({ ok: false, reason: 'STALE_WINDOW' });
  });

  it('is never accepted with the signature of another pass or another phone', async () => {
    const others = bytesOf(await signShort({ secret: otherSecret, unixSeconds: NOW, sign: otherPhone.sign }));
    const grafted = withBytes(short, concat(bytesOf(short).subarray(0, SIGNATURE_AT), others.subarray(SIGNATURE_AT)));
    const stolenSecret = await signShort({ secret, unixSeconds: NOW, sign: otherPhone.sign });
    const stolenKeyUse = await signShort({ secret: otherSecret, unixSeconds: NOW, sign: phone.sign });
    const stolenCertificate = await signLong({
      certificate: signedCertificate,
      unixSeconds: NOW,
      sign: otherPhone.sign,
    });
    for (const text of [grafted, stolenSecret, stolenKeyUse, stolenCertificate]) expect(accepted(text)).toBe(false);
  });

  it('is never accepted in the place of the other kind, or when a signature was made for another purpose', async () => {
    const counter = counterAt(NOW);
    const longSignature = bytesOf(long).subarray(132);
    const shortSignature = bytesOf(short).subarray(SIGNATURE_AT);
    const bare = toLowS(await issuer.sign(certificateBody(certificate)));
    const bodyWithLongPrefix = toLowS(await issuer.sign(longMessage(certificateBody(certificate), 0)));
    const wrongly = [bare, bodyWithLongPrefix].map((signature) => concat(certificateBody(certificate), signature));
    const texts = [
      `GH2:${short.slice(4)}`,
      `GH1:${long.slice(4)}`,
      formatShort({ secret, counter16: counter % 0x10000, signature: longSignature }),
      formatLong({ certificateBytes: signedCertificate, counter, signature: shortSignature }),
      ...(await Promise.all(
        wrongly.map((bytes) => signLong({ certificate: bytes, unixSeconds: NOW, sign: phone.sign })),
      )),
    ];
    for (const text of texts) expect(accepted(text)).toBe(false);
  });

  it('is never accepted with a certificate of another version, even one the issuer signed', async () => {
    const body = certificateBody(certificate);
    const signedAs = async (version: number) => {
      body[0] = version;
      const bytes = concat(body, toLowS(await issuer.sign(certificateMessage(body))));
      return signLong({ certificate: bytes, unixSeconds: NOW, sign: phone.sign });
    };
    expect([accepted(await signedAs(1)), accepted(await signedAs(2))]).toEqual([true, false]);
  });

  it('is never accepted when it is any text at all', () => {
    fc.assert(
      fc.property(fc.constantFrom('', 'GH1:', 'GH2:'), fc.string({ maxLength: 320 }), (prefix, text) => {
        return !accepted(prefix + text);
      }),
    );
  });
});

describe('signing', () => {
  const stubborn =
    (sign: Signer): Signer =>
    async (message) =>
      highTwin(toLowS(await sign(message)));

  it('lowers s whatever the platform returns', async () => {
    const own = await issueCertificate(certificate, stubborn(issuer.sign));
    const codes = [
      await signShort({ secret, unixSeconds: NOW, sign: stubborn(phone.sign) }),
      await signLong({ certificate: own, unixSeconds: NOW, sign: stubborn(phone.sign) }),
    ];
    expect(codes.map((code) => accepted(code))).toEqual([true, true]);
  });
});

describe('writing and reading', () => {
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
  const u16s = fc.integer({ min: 0, max: 0xffff });
  const u32s = fc.integer({ min: 0, max: 0xffffffff });
  const u8s = fc.integer({ min: 0, max: 255 });

  it('a short code gives the same parts back', () => {
    fc.assert(
      fc.property(bytes(12), u16s, bytes(64), (ownSecret, counter16, signature) => {
        const code = { secret: ownSecret, counter16, signature };
        expect(parseCode(formatShort(code))).toEqual({ kind: 'short', ...code });
      }),
    );
  });

  it('a long code gives the same parts back', () => {
    const fields = fc.record({
      issuerKeyId: u8s,
      keyNumber: u8s,
      passId: bytes(16),
      notBefore: u32s,
      notAfter: u32s,
      campusNumber: u16s,
      flags: u16s,
      phoneKey: bytes(33),
    });
    fc.assert(
      fc.property(fields, bytes(64), u32s, bytes(64), (certified, issued, counter, signature) => {
        const certificateBytes = concat(certificateBody(certified), issued);
        expect(readCertificate(certificateBytes)).toEqual(certified);
        const parsed = parseCode(formatLong({ certificateBytes, counter, signature }));
        expect(parsed).toEqual({ kind: 'long', certificate: certified, certificateBytes, counter, signature });
      }),
    );
  });

  it('refuses parts of a wrong size', () => {
    const signature = new Uint8Array(64);
    expect(() => formatShort({ secret: new Uint8Array(11), counter16: 0, signature })).toThrow(RangeError);
    expect(() => formatShort({ secret, counter16: 0x10000, signature })).toThrow(RangeError);
    expect(() =>
      formatLong({ certificateBytes: new Uint8Array(CERTIFICATE_BYTES + 1), counter: 0, signature }),
    ).toThrow(RangeError);
    expect(() => certificateBody({ ...certificate, keyNumber: 256 })).toThrow(RangeError);
    expect(() => certificateBody({ ...certificate, issuerKeyId: 256, keyNumber: 0 })).toThrow(RangeError);
    expect(() => certificateBody({ ...certificate, passId: u16(1) })).toThrow(RangeError);
    expect(() => certificateBody({ ...certificate, phoneKey: u16(1) })).toThrow(RangeError);
  });
});
