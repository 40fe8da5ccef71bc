import { webcryptoAead } from '@gatehouse/contract/bundle/aead';
import { type BundleState } from '@gatehouse/contract/bundle/apply';
import { fromBase64url, toBase64url } from '@gatehouse/contract/bundle/base64url';
import { type PassRecord } from '@gatehouse/contract/bundle/format';
import { openRecord } from '@gatehouse/contract/bundle/records';
import { toHex } from '@gatehouse/contract/pass/bytes';
import { decide } from '@gatehouse/contract/pass/decide';
import { type GateQuestion, type Verdict } from '@gatehouse/contract/pass/decision';
import { passFromCertificate } from '@gatehouse/contract/pass/known-pass';
import { parseCode } from '@gatehouse/contract/pass/pass-format';
import { type KeyDerivation } from '@gatehouse/contract/pass/p256';
import { lookupOf, recordKeyOf } from '@gatehouse/contract/pass/secret';
import { verify, type Verification } from '@gatehouse/contract/pass/verify';
import { webcryptoHkdf, webcryptoP256 } from '@gatehouse/contract/pass/webcrypto-p256';
import { counterAt, nearestCounter } from '@gatehouse/contract/pass/window';
import { type AskVerdictInput } from '@gatehouse/contract/passage';
import { presenceOf, type OwnAdmission } from './own-presence.ts';

/** Under what this device knows a pass, and the window of the code it saw. */
export interface Sighting {
  lookup: string | null;
  passId: string | null;
  counter: number | null;
}

/** What this device says by itself. */
export interface Judgement {
  verdict: Verdict;
  record: PassRecord | null;
  sighting: Sighting;
}

/** What the guard saw beside the credential. */
export interface Beside {
  plateSeen?: string;
  companionsPresent?: number;
}

interface Knowledge {
  state: BundleState;
  own: (sighting: Sighting) => readonly OwnAdmission[];
  now: number;
}

const NOTHING_SEEN: Sighting = { lookup: null, passId: null, counter: null };

/** The same `verify` and `decide` as on the server, on what the bundle and the own eyes know. */
export async function judge(
  question: AskVerdictInput & Beside,
  { state, own, now }: Knowledge,
  subtle: SubtleCrypto = crypto.subtle,
): Promise<Judgement> {
  if (question.credential.kind !== 'code') return judgeTyped(state, now);
  const { verification, record, lookup, replaced } = await prove(question.credential.value, state, now, subtle);
  if (!verification.ok) {
    const reason = verification.reason === 'UNKNOWN' && replaced ? 'REVOKED' : verification.reason;
    // a code whose signature is wrong may show whose lookup it copied, never who that is
    const known = verification.reason === 'BAD_SIGNATURE' ? null : record;
    return { verdict: { verdict: 'refuse', reason }, record: known, sighting: { ...NOTHING_SEEN, lookup } };
  }
  const sighting = sightingOf(verification, record, lookup);
  const verdict = decide(gateQuestion(question, verification, record, sighting, { state, own, now }), now);
  return { verdict, record, sighting };
}

/** Under what a code, judged by the server, is known to this device; nothing where it is no short or long code. */
export async function sightingOfCode(
  { kind, value }: AskVerdictInput['credential'],
  state: BundleState | null,
  subtle: SubtleCrypto = crypto.subtle,
): Promise<Sighting> {
  const code = kind === 'code' ? parseCode(value) : null;
  if (!code || code.kind === 'unreadable') return NOTHING_SEEN;
  if (code.kind === 'long') return { lookup: null, passId: uuidOf(code.certificate.passId), counter: code.counter };
  const kdf = webcryptoHkdf(subtle);
  const bytes = await lookupOf(code.secret, kdf);
  const lookup = toBase64url(bytes);
  const held = state?.passes.get(lookup);
  const opening = held && { recordKey: await recordKeyOf(code.secret, kdf), lookup: bytes, version: held.version };
  const record = opening && (await openRecord(held.sealed, opening, webcryptoAead(subtle)));
  return {
    lookup,
    passId: record?.passId ?? null,
    counter: nearestCounter(code.counter16, counterAt(Date.now() / 1000)),
  };
}

/** Numbers, documents and plates mean nothing to a device on purpose: the guard looks, the server screens later. */
function judgeTyped({ head }: BundleState, now: number): Judgement {
  const isTooOld = now - Date.parse(head.madeAt) > head.policy.bundleMaxAgeMinutes * 60_000;
  const verdict: Verdict = isTooOld
    ? { verdict: 'refuse', reason: 'BUNDLE_TOO_OLD' }
    : {
        verdict: 'admit',
        reason: 'CONFIRM_ID',
        confirm: true,
        causes: ['credential', 'not-screened'],
        presumed: true,
        expiresAt: now + head.policy.reserveSeconds * 1000,
      };
  return { verdict, record: null, sighting: NOTHING_SEEN };
}

interface Proof {
  verification: Verification;
  record: PassRecord | null;
  lookup: string | null;
  replaced: boolean;
}

async function prove(text: string, state: BundleState, now: number, subtle: SubtleCrypto): Promise<Proof> {
  const hkdf = webcryptoHkdf(subtle);
  let record: PassRecord | null = null;
  let lookup: string | null = null;
  let recordKey: Promise<Uint8Array> | undefined;
  /** Whoever looks a pass up wants to open its record next: both keys are derived at once. */
  const kdf: KeyDerivation = {
    hkdfSha256(secret, info, length) {
      recordKey = recordKeyOf(secret, hkdf);
      recordKey.catch(() => undefined);
      return hkdf.hkdfSha256(secret, info, length);
    },
  };
  const issuerKeys = new Map(state.head.issuerKeys.map(({ id, publicKey }) => [id, fromBase64url(publicKey)!]));
  const verification = await verify(
    text,
    {
      issuerKeys,
      async phoneKeyOf(bytes) {
        lookup = toBase64url(bytes);
        const held = state.passes.get(lookup);
        if (!held || !recordKey) return null;
        record = await openRecord(
          held.sealed,
          { recordKey: await recordKey, lookup: bytes, version: held.version },
          webcryptoAead(subtle),
        );
        return record && fromBase64url(record.phoneKey);
      },
    },
    { p256: webcryptoP256(subtle), kdf },
    now / 1000,
  );
  return { verification, record, lookup, replaced: lookup !== null && state.denied.has(lookup) };
}

type Proven = Extract<Verification, { ok: true }>;

function sightingOf(proven: Proven, record: PassRecord | null, lookup: string | null): Sighting {
  const passId = proven.kind === 'long' ? uuidOf(proven.certificate.passId) : (record?.passId ?? null);
  return { lookup, passId, counter: proven.counter };
}

function gateQuestion(
  question: AskVerdictInput & Beside,
  proven: Proven,
  record: PassRecord | null,
  sighting: Sighting,
  { state, own, now }: Knowledge,
): GateQuestion {
  const { head } = state;
  const madeAt = Date.parse(head.madeAt);
  const campus = head.campus.id;
  const held = (sighting.lookup && state.presence.get(sighting.lookup)) || null;
  return {
    presentation:
      proven.kind === 'long'
        ? { kind: 'long', counter: proven.counter, keyNumber: proven.certificate.keyNumber }
        : { kind: 'short', counter: proven.counter },
    pass:
      proven.kind === 'long'
        ? passFromCertificate(proven.certificate, campusOf(head.campuses, proven.certificate.campusNumber))
        : record && { ...record.facts, knownBy: 'record', campus },
    presence: presenceOf(own(sighting), held, madeAt),
    denyList: {
      lookupRevoked: sighting.lookup !== null && state.denied.has(sighting.lookup),
      lowestKeyNumber: (sighting.passId && state.denied.get(sighting.passId)) || 0,
    },
    screening: proven.kind === 'long' ? 'unknown' : (record?.screening ?? 'unknown'),
    policy: head.policy,
    gate: { id: question.gate, campus },
    deviceRevoked: false,
    bundleMadeAt: madeAt > now ? now : madeAt,
    direction: question.direction,
    nonce: question.nonce,
    plateSeen: question.plateSeen ?? null,
    companionsPresent: question.companionsPresent ?? null,
  };
}

const campusOf = (campuses: BundleState['head']['campuses'], wanted: number): string =>
  campuses.find(({ number }) => number === wanted)?.id ?? `campus ${wanted}`;

function uuidOf(bytes: Uint8Array): string {
  const hex = toHex(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
