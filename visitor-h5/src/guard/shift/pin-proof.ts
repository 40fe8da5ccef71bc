import { type Cabinet } from '../device/cabinet.ts';

const ROUNDS = 300_000;
const MOST_TRIES = 5;

interface KeptProof {
  /** cannot leave this browser */
  key: CryptoKey;
  salt: Uint8Array<ArrayBuffer>;
  proof: ArrayBuffer;
  triesLeft: number;
}

/** `wrong` with the tries that are left; `unknown`: only the server can tell, or may be asked. */
export type PinCheck = { kind: 'right' } | { kind: 'wrong'; triesLeft: number } | { kind: 'unknown' };

/**
 * With what a locked page knows its guard again without network. Not the PIN, and nothing a PIN could be tried out on
 * elsewhere: the key stays in this browser, and after five wrong tries only the server answers.
 */
export function pinProof(cabinet: Cabinet, subtle: () => SubtleCrypto = () => crypto.subtle) {
  async function proofOf(pin: string, { key, salt }: Pick<KeptProof, 'key' | 'salt'>): Promise<ArrayBuffer> {
    const secret = await subtle().importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
    const stretched = await subtle().deriveBits(
      { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS },
      secret,
      256,
    );
    return subtle().sign('HMAC', key, stretched);
  }

  async function learn(pin: string): Promise<void> {
    const key = await subtle().generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const kept: KeptProof = { key, salt, proof: await proofOf(pin, { key, salt }), triesLeft: MOST_TRIES };
    await cabinet.keep('device', 'pin', kept);
  }

  async function check(pin: string): Promise<PinCheck> {
    const kept = await cabinet.read<KeptProof>('device', 'pin');
    if (!kept || kept.triesLeft <= 0) return { kind: 'unknown' };
    const triesLeft = kept.triesLeft - 1;
    await cabinet.keep('device', 'pin', { ...kept, triesLeft });
    if (!isSame(await proofOf(pin, kept), kept.proof)) return { kind: 'wrong', triesLeft };
    await cabinet.keep('device', 'pin', { ...kept, triesLeft: MOST_TRIES });
    return { kind: 'right' };
  }

  const forget = () => cabinet.remove('device', 'pin');
  return { learn, check, forget };
}

function isSame(one: ArrayBuffer, other: ArrayBuffer): boolean {
  const [left, right] = [new Uint8Array(one), new Uint8Array(other)];
  return left.every((byte, at) => byte === right[at]);
}
