import { createCipheriv, randomBytes, webcrypto } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyBundle, type BundleState } from '../src/bundle/apply.js';
import { type SyncSeal, webcryptoAead } from '../src/bundle/aead.js';
import { fromBase64url, toBase64url } from '../src/bundle/base64url.js';
import type { BundleContent, PassRecord, SignedBundle } from '../src/bundle/format.js';
import { openMusterRow, openRecord, sealMusterRow, sealRecord } from '../src/bundle/records.js';
import { openBundle, signBundle } from '../src/bundle/sign.js';
import { recordKeyOf } from '../src/pass/secret.js';
import { keyNamed, nodeCrypto, nodeHkdf } from './support/node-p256.js';

const aead = webcryptoAead(webcrypto.subtle as SubtleCrypto);
const seal: SyncSeal = (key, iv, plain, associated) => {
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(associated);
  return new Uint8Array(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
};
const signer = keyNamed('the bundle key');
const keys = new Map([[1, signer.publicKey]]);
const lookup = new Uint8Array(randomBytes(16));
const secret = new Uint8Array(randomBytes(12));
const recordKey = recordKeyOf(secret, nodeHkdf);
const iv = () => new Uint8Array(randomBytes(12));

const record: PassRecord = {
  passId: '0190a5c2-7b3e-7c41-8d2f-9e6b5a4c3d21',
  keyNumber: 1,
  phoneKey: 'AAAA',
  facts: {
    status: 'active',
    period: { from: 1, until: 2 },
    dailyHours: null,
    gates: null,
    entries: null,
    reentry: true,
    plate: '浙A12345',
    party: { companions: 0, together: false },
    bearer: false,
    hostSuspended: false,
  },
  screening: 'none',
  person: {
    name: '张*',
    documentMasked: '3***********4X',
    documentTail: '004X',
    visitNumber: '20261123000001',
    unitName: '物理学院',
    hostName: '王静',
    party: [],
  },
};

const campus = { id: 'c', name: '东校区', number: 1 };
const content = (change: Partial<BundleContent> = {}): BundleContent => ({
  format: 1,
  kind: 'full',
  campus,
  version: 1,
  base: 0,
  madeAt: '2026-11-23T01:00:00.000Z',
  horizonUntil: '2026-11-24T13:00:00.000Z',
  policy: {
    graceMinutes: 30,
    reentry: 'after-exit',
    bundleMaxAgeMinutes: 2160,
    reserveSeconds: 20,
    campusClosed: false,
    confirmIdFor: ['number'],
    utcOffsetMinutes: 480,
  },
  gates: [],
  issuerKeys: [],
  bundleKeys: [],
  campuses: [campus],
  passes: [],
  presence: [],
  denied: [],
  muster: [],
  counts: { passes: 0, presence: 0, denied: 0, muster: 0 },
  ...change,
});

describe('a bundle', () => {
  let bundle: SignedBundle;
  beforeAll(async () => {
    bundle = await signBundle(content({ passes: [[toBase64url(lookup), 1, 'AAAA']] }), 1, signer.sign);
  });

  it('opens with the key that signed it', async () => {
    expect((await openBundle(bundle, keys, nodeCrypto.p256))?.version).toBe(1);
  });

  it('does not open with a key that is not known', async () => {
    expect(await openBundle({ ...bundle, keyId: 2 }, keys, nodeCrypto.p256)).toBeNull();
  });

  it('does not open when any byte of it is another', async () => {
    const change = fc.record({ part: fc.constantFrom('content', 'signature'), at: fc.nat(), with: fc.nat(61) });
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
    await fc.assert(
      fc.asyncProperty(change, async ({ part, at, with: letter }) => {
        const text = bundle[part as 'content'];
        const place = at % text.length;
        const tampered = text.slice(0, place) + alphabet.charAt(letter) + text.slice(place + 1);
        fc.pre(tampered !== text);
        expect(await openBundle({ ...bundle, [part]: tampered }, keys, nodeCrypto.p256)).toBeNull();
      }),
    );
  });
});

describe('a record of a bundle', () => {
  const sealed = sealRecord(record, { recordKey, lookup, version: 7, iv: iv(), seal });

  it('opens with the secret of its pass', async () => {
    expect(await openRecord(sealed, { recordKey, lookup, version: 7 }, aead)).toEqual(record);
  });

  it('opens with no other secret', async () => {
    const other = fc.uint8Array({ minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(other, async (wrong) => {
        expect(
          await openRecord(sealed, { recordKey: recordKeyOf(wrong, nodeHkdf), lookup, version: 7 }, aead),
        ).toBeNull();
      }),
    );
  });

  it('opens under no other lookup and version', async () => {
    const elsewhere = new Uint8Array(16);
    expect(await openRecord(sealed, { recordKey, lookup: elsewhere, version: 7 }, aead)).toBeNull();
    expect(await openRecord(sealed, { recordKey, lookup, version: 8 }, aead)).toBeNull();
  });

  it('does not open when any byte is another', async () => {
    const bytes = fromBase64url(sealed)!;
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, bits) => {
        const tampered = bytes.slice();
        tampered[at]! ^= bits;
        expect(await openRecord(toBase64url(tampered), { recordKey, lookup, version: 7 }, aead)).toBeNull();
      }),
    );
  });

  it.each(['', 'AAAA', '%%', 'A'])('is nothing when it reads %j', async (text) => {
    expect(await openRecord(text, { recordKey, lookup, version: 7 }, aead)).toBeNull();
  });
});

it('opens a row of the muster list only with the key of its campus and day', async () => {
  const musterKey = new Uint8Array(randomBytes(32));
  const row = { passId: record.passId, personName: '张*' } as Parameters<typeof sealMusterRow>[0];
  const sealed = sealMusterRow(row, { musterKey, version: 3, iv: iv(), seal });
  expect(await openMusterRow(sealed, { musterKey, passId: record.passId, version: 3 }, aead)).toEqual(row);
  const other = new Uint8Array(32);
  expect(await openMusterRow(sealed, { musterKey: other, passId: record.passId, version: 3 }, aead)).toBeNull();
});

it('gives any bytes back from base64url, and takes one text for them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      const text = toBase64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(text)).toEqual(bytes);
    }),
  );
});

describe('merging', () => {
  type World = Map<string, number>;
  const worlds = fc.array(
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.nat(3)).map((d) => new Map(Object.entries(d))),
    { minLength: 2, maxLength: 6 },
  );
  const entry = (inside: number) =>
    ({ state: 'inside', at: null, gate: null, entriesUsed: inside, counterIn: null, counterOut: null }) as const;

  /** What a server makes of a world: whole, or what differs from an earlier one. */
  function bundleOf(world: World, version: number, earlier: World | null): BundleContent {
    const gone = earlier ? [...earlier.keys()].filter((key) => !world.has(key)) : [];
    const news = [...world].filter(([key, value]) => earlier?.get(key) !== value);
    const size = world.size;
    return content({
      kind: earlier ? 'delta' : 'full',
      version,
      base: earlier ? version - 1 : 0,
      passes: [
        ...news.map(([key, value]) => [key, version, String(value)] as [string, number, string]),
        ...gone.map((key) => [key, version, null] as [string, number, null]),
      ],
      presence: [
        ...news.map(([key, value]) => [key, entry(value)] as [string, ReturnType<typeof entry>]),
        ...gone.map((key) => [key, null] as [string, null]),
      ],
      denied: [...news, ...gone.map((key) => [key, null] as [string, null])],
      counts: { passes: size, presence: size, denied: size, muster: 0 },
    });
  }
  const sealedOf = (state: BundleState) => [...state.passes].map(([key, { sealed }]) => [key, sealed]).sort();
  const applied = (held: BundleState | null, next: BundleContent) => {
    const result = applyBundle(held, next);
    if (!result.ok) throw new Error(result.reason);
    return result.state;
  };

  it('comes to the same, whether by deltas or at once', () => {
    fc.assert(
      fc.property(worlds, (history) => {
        const byDeltas = history.reduce<BundleState | null>(
          (held, world, at) => applied(held, bundleOf(world, at + 1, at === 0 ? null : history[at - 1]!)),
          null,
        )!;
        const atOnce = applied(null, bundleOf(history[history.length - 1]!, history.length, null));
        expect(sealedOf(byDeltas)).toEqual(sealedOf(atOnce));
        expect(new Map([...byDeltas.presence].sort())).toEqual(new Map([...atOnce.presence].sort()));
        expect(new Map([...byDeltas.denied].sort())).toEqual(new Map([...atOnce.denied].sort()));
      }),
    );
  });

  const held = applied(null, content({ version: 5 }));

  it('never goes back to an older version, nor to an older time of the same', () => {
    expect(applyBundle(held, content({ version: 4 }))).toEqual({ ok: false, reason: 'stale' });
    expect(applyBundle(held, content({ version: 5, madeAt: '2026-11-23T00:59:59.000Z' }))).toEqual({
      ok: false,
      reason: 'stale',
    });
  });

  it('takes a later time of the same version, so that the age starts anew', () => {
    const later = content({ kind: 'delta', version: 5, base: 5, madeAt: '2026-11-23T01:05:00.000Z' });
    expect(applied(held, later).head.madeAt).toBe('2026-11-23T01:05:00.000Z');
  });

  it('asks for the whole when a delta builds on something else, or something is missing', () => {
    expect(applyBundle(held, content({ kind: 'delta', version: 7, base: 6 }))).toEqual({ ok: false, reason: 'gap' });
    expect(applyBundle(null, content({ kind: 'delta', version: 7, base: 6 }))).toEqual({ ok: false, reason: 'gap' });
    const short = content({ version: 6, counts: { passes: 1, presence: 0, denied: 0, muster: 0 } });
    expect(applyBundle(held, short)).toEqual({ ok: false, reason: 'gap' });
  });
});
