import { type GuardSession, type GuardSignInInput } from '@gatehouse/contract/guard-desk';
import { computed, shallowRef } from 'vue';
import { type Cabinet } from '../device/cabinet.ts';
import { type GateCall } from '../device/gate-api.ts';
import { pinProof } from './pin-proof.ts';

/**
 * The guard who proved himself by number and PIN. With him come the keys of the list of people inside; they go when
 * the shift ends, the page locks or the device is revoked.
 */
export function useGuardSession(cabinet: Cabinet, call: () => GateCall, now: () => number) {
  const session = shallowRef<GuardSession>();
  const proof = pinProof(cabinet);

  async function open(): Promise<void> {
    const kept = await cabinet.read<GuardSession>('device', 'session');
    if (kept && Date.parse(kept.expiresAt) > now()) session.value = kept;
    else if (kept) await forget();
  }

  async function signIn(input: GuardSignInInput): Promise<GuardSession> {
    const begun = await call()<GuardSession>('POST', '/guard/session', input);
    session.value = begun;
    await cabinet.keep('device', 'session', begun);
    if ('subtle' in crypto) await proof.learn(input.pin);
    return begun;
  }

  async function signOut(): Promise<void> {
    await putAway();
    await proof.forget();
  }

  /** The guard is away: what came with him goes, and only he can open the page again. */
  async function putAway(): Promise<void> {
    const wasSignedIn = !!session.value;
    const told = wasSignedIn && call()('DELETE', '/guard/session').catch(() => undefined);
    await forget();
    await told;
  }

  async function forget(): Promise<void> {
    session.value = undefined;
    await cabinet.remove('device', 'session');
  }

  return { session: computed(() => session.value), open, signIn, signOut, putAway, forget, check: proof.check };
}
