import { type ServerCodes } from '@gatehouse/contract/passage';
import { issueCertificate } from '@gatehouse/contract/pass/sign';
import { verify, type KeyRing } from '@gatehouse/contract/pass/verify';
import {
  generatePhoneKey,
  webcryptoHkdf,
  webcryptoP256,
  webcryptoSigner,
} from '@gatehouse/contract/pass/webcrypto-p256';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { fromBase64url, toBase64url } from './base64url.ts';
import { phoneCodes, serverCodes, type CodeSource } from './code-source.ts';
import { type PhoneHalf } from './pass-store.ts';
import { qrPath } from './qr-path.ts';

const { subtle } = crypto;
const gate = { p256: webcryptoP256(subtle), kdf: webcryptoHkdf(subtle) };
const now = Date.parse('2026-11-22T02:00:10Z') / 1000;

let half: PhoneHalf;
let certificate: string;
let keys: KeyRing;
let codes: CodeSource;

beforeAll(async () => {
  half = { ...(await generatePhoneKey(subtle)), secret: crypto.getRandomValues(new Uint8Array(12)) };
  const issuer = await generatePhoneKey(subtle);
  const issued = await issueCertificate(
    {
      issuerKeyId: 1,
      keyNumber: 1,
      passId: new Uint8Array(16),
      notBefore: now - 60,
      notAfter: now + 3600,
      campusNumber: 1,
      flags: 0,
      phoneKey: half.publicKey,
    },
    webcryptoSigner(subtle, issuer.privateKey),
  );
  certificate = toBase64url(issued);
  keys = { phoneKeyOf: () => half.publicKey, issuerKeys: new Map([[1, issuer.publicKey]]) };
  codes = phoneCodes(half, certificate);
});

describe('codes of this phone', () => {
  it('are proven at the gate in their window', async () => {
    const code = (await codes.short(now))!;
    expect(code).toMatch(/^GH1:/);
    expect(await verify(code, keys, gate, now)).toMatchObject({ ok: true, kind: 'short' });
  });

  it('die with their window', async () => {
    const code = (await codes.short(now))!;
    expect(await verify(code, keys, gate, now + 90)).toEqual({ ok: false, reason: 'STALE_WINDOW' });
  });

  it('are nothing without this phone', async () => {
    const other = await generatePhoneKey(subtle);
    const code = (await phoneCodes({ ...half, privateKey: other.privateKey }, null).short(now))!;
    expect(await verify(code, keys, gate, now)).toEqual({ ok: false, reason: 'BAD_SIGNATURE' });
  });

  it('have a long form that needs only the issuer', async () => {
    const code = await codes.long!(now);
    const stranger: KeyRing = { ...keys, phoneKeyOf: () => null };
    expect(await verify(code, stranger, gate, now)).toMatchObject({ ok: true, kind: 'long' });
  });

  it('have no long form before there is a certificate', () => expect(phoneCodes(half, null).long).toBeNull());

  it('fit the QR sizes of the protocol, quiet zone included', async () => {
    expect(qrPath((await codes.short(now))!).size).toBe(37 + 8);
    expect(qrPath(await codes.long!(now)).size).toBe(57 + 8);
  });
});

describe('codes held by the server', () => {
  const window = Math.floor(now / 30);
  const answer = (from: number, count: number): ServerCodes => ({
    codes: Array.from({ length: count }, (_, i) => ({ counter: from + i, code: `GH1:${from + i}` })),
    now: '',
  });

  it('are asked for once and shown window by window', async () => {
    const fetch = vi.fn(() => Promise.resolve(answer(window, 20)));
    const source = serverCodes(fetch);
    expect(await source.short(now)).toBe(`GH1:${window}`);
    expect(await source.short(now + 30)).toBe(`GH1:${window + 1}`);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('are asked for again before they run out', async () => {
    const fetch = vi
      .fn()
      .mockResolvedValueOnce(answer(window, 5))
      .mockResolvedValue(answer(window + 2, 20));
    const source = serverCodes(fetch);
    await source.short(now);
    expect(await source.short(now + 60)).toBe(`GH1:${window + 2}`);
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('last through a lost network', async () => {
    const fetch = vi.fn().mockResolvedValueOnce(answer(window, 3)).mockRejectedValue(new Error('offline'));
    const source = serverCodes(fetch);
    await source.short(now);
    expect(await source.short(now + 60)).toBe(`GH1:${window + 2}`);
    await expect(source.short(now + 90)).rejects.toThrow('offline');
  });
});

describe('base64url', () => {
  it('has neither padding nor characters that a URL escapes', () => {
    const bytes = Uint8Array.from([251, 255, 254, 1]);
    expect(toBase64url(bytes)).toBe('-__-AQ');
    expect(fromBase64url('-__-AQ')).toEqual(bytes);
  });
});
