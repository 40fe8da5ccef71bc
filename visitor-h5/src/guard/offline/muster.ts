import { webcryptoAead } from '@gatehouse/contract/bundle/aead';
import { type BundleState } from '@gatehouse/contract/bundle/apply';
import { fromBase64url } from '@gatehouse/contract/bundle/base64url';
import { type MusterEntry } from '@gatehouse/contract/bundle/format';
import { openMusterRow } from '@gatehouse/contract/bundle/records';
import { type GuardSession } from '@gatehouse/contract/guard-desk';
import { type SeenAdmission } from './seen.ts';

/** Who is inside, out of the bundle, with the keys the guard got when he signed in, as of when the bundle was made. */
export async function musterFromBundle(
  state: BundleState,
  keys: GuardSession['musterKeys'],
  subtle: SubtleCrypto = crypto.subtle,
): Promise<MusterEntry[]> {
  const opened = await Promise.all(
    [...state.muster].map(async ([passId, { version, sealed, keyId }]) => {
      const key = keys.find(({ id }) => id === keyId);
      const musterKey = key && fromBase64url(key.key);
      return musterKey ? openMusterRow(sealed, { musterKey, passId, version }, webcryptoAead(subtle)) : null;
    }),
  );
  return opened.filter((row) => row !== null);
}

/** The list after what this device saw since: who left is gone, who came is there. */
export function withOwnPassages(
  people: readonly MusterEntry[],
  own: readonly SeenAdmission[],
  madeAt: number,
): MusterEntry[] {
  const since = own.filter(({ at, annulled }) => at > madeAt && !annulled);
  const list = new Map(people.map((person) => [person.passId, person]));
  for (const { passId, nonce, direction, personName, gateName, at } of since) {
    const known = passId ? list.get(passId) : undefined;
    if (direction === 'exit' && passId) list.delete(passId);
    if (direction === 'exit') continue;
    list.set(passId ?? nonce, {
      ...(known ?? unknownPerson(passId ?? nonce, personName)),
      gateName,
      confidence: 'sure',
      since: new Date(at).toISOString(),
      lastEvidence: 'passage',
      lastEvidenceAt: new Date(at).toISOString(),
    });
  }
  return [...list.values()];
}

const unknownPerson = (passId: string, personName: string): MusterEntry => ({
  passId,
  visitNumber: '',
  personName: personName || '—',
  documentTail: '',
  unitName: '',
  hostName: '',
  plate: null,
  gateName: null,
  confidence: 'presumed',
  since: null,
  lastEvidence: 'passage',
  lastEvidenceAt: null,
  until: '',
});
