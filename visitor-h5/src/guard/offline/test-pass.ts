import { type BundleState } from '@gatehouse/contract/bundle/apply';
import { webcryptoAead } from '@gatehouse/contract/bundle/aead';
import { toBase64url } from '@gatehouse/contract/bundle/base64url';
import { type PassRecord } from '@gatehouse/contract/bundle/format';
import { ascii, concat, u32 } from '@gatehouse/contract/pass/bytes';
import { lookupOf, recordKeyOf } from '@gatehouse/contract/pass/secret';
import { signShort } from '@gatehouse/contract/pass/sign';
import { generatePhoneKey, webcryptoHkdf, webcryptoSigner } from '@gatehouse/contract/pass/webcrypto-p256';
import { judge } from './judge.ts';

const HOUR = 3_600_000;

/** A pass of nobody, made and shown by this device itself. */
export interface TestPass {
  code: string;
  /** the bundle with the test pass in it; only in memory */
  state: BundleState;
}

/** Makes a pass that this gate must admit now: for trying the whole way without a visitor and without network. */
export async function makeTestPass(
  held: BundleState,
  now: number,
  subtle: SubtleCrypto = crypto.subtle,
): Promise<TestPass> {
  const kdf = webcryptoHkdf(subtle);
  const secret = crypto.getRandomValues(new Uint8Array(12));
  const phone = await generatePhoneKey(subtle);
  const [lookup, recordKey] = await Promise.all([lookupOf(secret, kdf), recordKeyOf(secret, kdf)]);
  const record: PassRecord = {
    passId: '00000000-0000-4000-8000-000000000000',
    keyNumber: 1,
    phoneKey: toBase64url(phone.publicKey),
    facts: {
      status: 'active',
      period: { from: now - HOUR, until: now + HOUR },
      dailyHours: null,
      gates: null,
      entries: null,
      reentry: true,
      plate: null,
      party: { companions: 0, together: false },
      bearer: false,
      hostSuspended: false,
    },
    screening: 'none',
    person: {
      name: 'TEST',
      documentMasked: '',
      documentTail: '',
      visitNumber: '',
      unitName: '',
      hostName: '',
      party: [],
    },
  };
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(record));
  const sealed = await webcryptoAead(subtle).seal(recordKey, iv, plain, concat(ascii('GHR'), lookup, u32(1)));
  const passes = new Map(held.passes).set(toBase64url(lookup), { version: 1, sealed: toBase64url(concat(iv, sealed)) });
  const code = await signShort({ secret, unixSeconds: now / 1000, sign: webcryptoSigner(subtle, phone.privateKey) });
  return { code, state: { ...held, passes } };
}

/** Whether this device, alone, admits the test pass and refuses the same code with one letter changed. */
export async function tryTestPass({ code, state }: TestPass, gate: string, now: number): Promise<boolean> {
  const asked = (value: string) => ({
    nonce: 'test',
    credential: { kind: 'code' as const, value },
    direction: 'entry' as const,
    gate,
    at: new Date(now).toISOString(),
  });
  const open = { ...state, head: { ...state.head, policy: { ...state.head.policy, campusClosed: false } } };
  const knowledge = { state: open, own: () => [], now };
  const forged = code.slice(0, -1) + (code.endsWith('0') ? '1' : '0');
  const [right, wrong] = await Promise.all([judge(asked(code), knowledge), judge(asked(forged), knowledge)]);
  return right.verdict.verdict === 'admit' && wrong.verdict.verdict === 'refuse';
}
