import { readFileSync } from 'node:fs';
import { webcrypto } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { fromHex, toHex } from '../src/pass/bytes.js';
import { certificateBody, certificateMessage, readCertificate } from '../src/pass/certificate.js';
import { longMessage, parseCode, shortMessage } from '../src/pass/pass-format.js';
import { lookupOf, recordKeyOf } from '../src/pass/secret.js';
import { verify, type KeyRing } from '../src/pass/verify.js';
import { webcryptoHkdf, webcryptoP256 } from '../src/pass/webcrypto-p256.js';
import { counterAt } from '../src/pass/window.js';
import { nodeCrypto, nodeHkdf } from './support/node-p256.js';
import { verifySync } from './support/verify-sync.js';

interface Vectors {
  passes: { secret: string; lookup: string; recordKey: string; phoneKey: string }[];
  issuerKeys: { id: number; publicKey: string }[];
  windows: { unixSeconds: number; counter: number; counter16: number }[];
  shortMessage: { secret: string; counter: number; message: string };
  certificate: {
    fields: {
      issuerKeyId: number;
      keyNumber: number;
      passId: string;
      notBefore: number;
      notAfter: number;
      campusNumber: number;
      flags: number;
      phoneKey: string;
    };
    body: string;
    message: string;
    bytes: string;
  };
  longMessage: { counter: number; message: string };
  accepted: { name: string; text: string; at: number; counter: number }[];
  refused: { name: string; text: string; at: number; reason: string }[];
}

const vectors = JSON.parse(readFileSync(new URL('./vectors/pass.json', import.meta.url), 'utf8')) as Vectors;
const phoneKeys = new Map(vectors.passes.map((pass) => [pass.lookup, fromHex(pass.phoneKey)]));
const keyRing: KeyRing = {
  phoneKeyOf: (lookup) => phoneKeys.get(toHex(lookup)) ?? null,
  issuerKeys: new Map(vectors.issuerKeys.map(({ id, publicKey }) => [id, fromHex(publicKey)])),
};
const subtle = webcrypto.subtle as unknown as SubtleCrypto;
const browser = { p256: webcryptoP256(subtle), kdf: webcryptoHkdf(subtle) };

const everywhere = async (text: string, at: number) => [
  await verify(text, keyRing, nodeCrypto, at),
  await verify(text, keyRing, browser, at),
  verifySync(text, keyRing, at),
];

describe('the pass vectors', () => {
  it.each(vectors.accepted)('accept: $name', async ({ text, at, counter }) => {
    for (const verified of await everywhere(text, at)) expect(verified).toMatchObject({ ok: true, counter });
  });

  it.each(vectors.refused)('refuse: $name', async ({ text, at, reason }) => {
    for (const verified of await everywhere(text, at)) expect(verified).toEqual({ ok: false, reason });
  });

  it.each(vectors.passes)('derive lookup and record key from $secret', ({ secret, lookup, recordKey }) => {
    expect(toHex(lookupOf(fromHex(secret), nodeHkdf))).toBe(lookup);
    expect(toHex(recordKeyOf(fromHex(secret), nodeHkdf))).toBe(recordKey);
  });

  it.each(vectors.windows)('place $unixSeconds in window $counter', ({ unixSeconds, counter, counter16 }) => {
    expect(counterAt(unixSeconds)).toBe(counter);
    expect(counter % 0x10000).toBe(counter16);
  });

  it('lay out the signed messages byte for byte', () => {
    const { shortMessage: short, longMessage: long, certificate } = vectors;
    const { fields } = certificate;
    const typed = { ...fields, passId: fromHex(fields.passId), phoneKey: fromHex(fields.phoneKey) };
    expect(toHex(shortMessage(fromHex(short.secret), short.counter))).toBe(short.message);
    expect(toHex(certificateBody(typed))).toBe(certificate.body);
    expect(toHex(certificateMessage(certificateBody(typed)))).toBe(certificate.message);
    expect(toHex(longMessage(fromHex(certificate.bytes), long.counter))).toBe(long.message);
    expect(readCertificate(fromHex(certificate.bytes))).toEqual(typed);
  });

  it('have codes of the sizes the QR versions were chosen for', () => {
    const lengths = new Set(vectors.accepted.map(({ text }) => `${parseCode(text).kind} ${text.length}`));
    expect(lengths).toEqual(new Set(['short 121', 'long 298']));
  });
});
