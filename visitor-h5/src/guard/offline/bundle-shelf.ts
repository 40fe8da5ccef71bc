import { applyBundle, type BundleState } from '@gatehouse/contract/bundle/apply';
import { fromBase64url } from '@gatehouse/contract/bundle/base64url';
import { type BundleContent, type BundleKey, type SignedBundle } from '@gatehouse/contract/bundle/format';
import { openBundle } from '@gatehouse/contract/bundle/sign';
import { webcryptoP256 } from '@gatehouse/contract/pass/webcrypto-p256';
import { computed, shallowRef } from 'vue';
import { type Cabinet } from '../device/cabinet.ts';

type Part = keyof BundleState;
const parts: readonly Part[] = ['head', 'passes', 'presence', 'denied', 'muster'];

export type BundleShelf = ReturnType<typeof useBundleShelf>;
export type Refreshed = 'newer' | 'same' | 'not-genuine';

/**
 * What the gate knows without network, as the server signed it: merged from bundles, kept on the device part by part,
 * so that a small change does not write everything again.
 */
export function useBundleShelf(
  cabinet: Cabinet,
  fetchBundle: (since: number | undefined) => Promise<SignedBundle>,
  pairedKeys: () => readonly BundleKey[],
  subtle: SubtleCrypto = crypto.subtle,
) {
  const state = shallowRef<BundleState | null>(null);

  async function open(): Promise<void> {
    const kept = await Promise.all(parts.map((part) => cabinet.read('bundle', part)));
    if (kept.some((value) => value === undefined)) return;
    state.value = Object.fromEntries(parts.map((part, at) => [part, kept[at]])) as unknown as BundleState;
  }

  /** Asks for what changed; what cannot be merged is asked for as a whole. */
  async function refresh(): Promise<Refreshed> {
    const since = state.value?.head.version;
    const content = await genuine(await fetchBundle(since));
    if (!content) return 'not-genuine';
    const applied = applyBundle(state.value, content);
    if (applied.ok) return take(applied.state, content);
    if (applied.reason === 'stale') return 'same';
    const whole = await genuine(await fetchBundle(undefined));
    if (!whole) return 'not-genuine';
    const replaced = applyBundle(state.value, whole);
    return replaced.ok ? take(replaced.state, whole) : 'same';
  }

  function genuine(bundle: SignedBundle): Promise<BundleContent | null> {
    const trusted = new Map<number, Uint8Array>();
    for (const { id, publicKey } of [...pairedKeys(), ...(state.value?.head.bundleKeys ?? [])]) {
      const key = fromBase64url(publicKey);
      if (key) trusted.set(id, key);
    }
    return openBundle(bundle, trusted, webcryptoP256(subtle));
  }

  async function take(next: BundleState, content: BundleContent): Promise<Refreshed> {
    const before = state.value;
    const isSame = before?.head.version === next.head.version;
    state.value = next;
    const touched = parts.filter((part) => part === 'head' || content.kind === 'full' || content[part].length > 0);
    // a full disk costs the knowledge of the next start, not that of this one
    const values = touched.map((part) => [part, next[part]] as const);
    await cabinet.keepAll('bundle', values, content.kind === 'full').catch(() => undefined);
    return isSame ? 'same' : 'newer';
  }

  async function wipe(): Promise<void> {
    state.value = null;
    await cabinet.empty(['bundle']);
  }

  const madeAt = computed(() => (state.value ? Date.parse(state.value.head.madeAt) : null));
  return { state, madeAt, open, refresh, wipe };
}
