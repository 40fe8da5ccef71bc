import { type AskVerdictInput, type CredentialKind } from '@gatehouse/contract';
import { type IssuerKeys, verifyLongSync } from '@gatehouse/contract/pass/verify';
import { parseCode, type ShortCode } from '@gatehouse/contract/pass/pass-format';
import { lookupOf } from '@gatehouse/contract/pass/secret';
import { normaliseDocumentNumber } from '@gatehouse/contract/rules/identity-document';
import { isNoPlate, normalisePlate, plateMatchKey } from '@gatehouse/contract/rules/plate-number';
import { type BlindIndex } from '../../../platform/crypto/blind-index.js';
import { nodeHkdf, nodeP256 } from '../node-p256.js';

/** What was shown, as far as it can be read without knowing the pass. */
export type Shown =
  | { kind: 'short'; code: ShortCode; lookup: string }
  | { kind: 'long'; passId: string; counter: number; keyNumber: number }
  | { kind: 'number'; number: string }
  | { kind: 'document'; index: Buffer }
  | { kind: 'plate'; plate: string; key: string }
  | { kind: 'face'; passId: string }
  | { kind: 'party'; passageId: string; personIndex: number }
  | { kind: 'nothing'; reason: 'UNKNOWN' | 'BAD_SIGNATURE' | 'STALE_WINDOW'; credential: CredentialKind };

const LONGEST_PLATE = 16;
const PARTY = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\|(\d{1,2})$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads a code without any waiting: the common case of the hot path. */
export function readCode(value: string, issuerKeys: IssuerKeys, nowSeconds: number): Shown {
  const code = parseCode(value);
  if (code.kind === 'unreadable') return { kind: 'nothing', reason: code.reason, credential: 'code' };
  if (code.kind === 'short')
    return { kind: 'short', code, lookup: Buffer.from(lookupOf(code.secret, nodeHkdf)).toString('hex') };
  const proven = verifyLongSync(code, issuerKeys, nowSeconds, nodeP256);
  if (!proven.ok) return { kind: 'nothing', reason: proven.reason, credential: 'code' };
  const { passId, keyNumber } = proven.certificate;
  return { kind: 'long', passId: uuidOf(passId), counter: proven.counter, keyNumber };
}

/** Reads what a guard typed or ticked off, or a camera saw. */
export async function readTyped(
  { kind, value }: AskVerdictInput['credential'],
  blindIndex: BlindIndex,
): Promise<Shown> {
  if (kind === 'number' && /^\d{8}$/.test(value)) return { kind, number: value };
  if (kind === 'document') {
    const [documentKind = '', number = ''] = value.split('|');
    const index = await blindIndex.of('document', `${documentKind}|${normaliseDocumentNumber(number)}`);
    return { kind, index };
  }
  // The terminal compared the face; it says whose pass it was given for.
  if (kind === 'face' && UUID.test(value)) return { kind, passId: value };
  const [, passageId, person] = (kind === 'party' && PARTY.exec(value)) || [];
  if (kind === 'party' && passageId) return { kind, passageId, personIndex: Number(person) };
  if (kind === 'plate' && !isNoPlate(value)) {
    const plate = normalisePlate(value).slice(0, LONGEST_PLATE);
    return { kind, plate, key: plateMatchKey(plate) };
  }
  return { kind: 'nothing', reason: 'UNKNOWN', credential: kind };
}

export const credentialOf = (shown: Shown): CredentialKind => {
  if (shown.kind === 'nothing') return shown.credential;
  return shown.kind === 'short' || shown.kind === 'long' ? 'code' : shown.kind;
};

function uuidOf(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
