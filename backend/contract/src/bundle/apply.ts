import type { BundleContent, BundlePart, PresenceEntry } from './format.js';

/** What a device holds after it merged everything it got: maps only, so IndexedDB keeps it as it is. */
export interface BundleState {
  readonly head: Omit<BundleContent, BundlePart | 'kind' | 'base' | 'counts'>;
  readonly passes: ReadonlyMap<string, { version: number; sealed: string }>;
  readonly presence: ReadonlyMap<string, PresenceEntry>;
  /** by lookup or pass id */
  readonly denied: ReadonlyMap<string, number>;
  readonly muster: ReadonlyMap<string, { version: number; sealed: string; keyId: string }>;
}

/** `stale`: older than what is held, keep that. `gap`: cannot be merged with it, ask for the whole. */
export type Applied = { ok: true; state: BundleState } | { ok: false; reason: 'stale' | 'gap' };

/**
 * Merges a genuine bundle into what is held. Versions only rise: what is older is never taken, so that nobody brings
 * back a deny list without his name on it by replaying an old answer.
 */
export function applyBundle(held: BundleState | null, content: BundleContent): Applied {
  const mine = held?.head.campus.id === content.campus.id ? held : null;
  if (mine && isOlder(content, mine)) return { ok: false, reason: 'stale' };
  if (content.kind === 'delta' && mine?.head.version !== content.base) return { ok: false, reason: 'gap' };
  const { passes, presence, denied, muster, counts, ...head } = content;
  const from = content.kind === 'delta' ? mine : null;
  const state: BundleState = {
    head: headOf(head),
    passes: merged(
      from?.passes,
      passes.map(([key, version, sealed]) => [key, sealed === null ? null : { version, sealed }]),
    ),
    presence: merged(from?.presence, presence),
    denied: merged(from?.denied, denied),
    muster: merged(
      from?.muster,
      muster.map(([key, version, sealed, keyId]) => [key, sealed === null ? null : { version, sealed, keyId }]),
    ),
  };
  const isWhole = (Object.keys(counts) as BundlePart[]).every((part) => state[part].size === counts[part]);
  return isWhole ? { ok: true, state } : { ok: false, reason: 'gap' };
}

const isOlder = ({ version, madeAt }: BundleContent, { head }: BundleState): boolean =>
  version < head.version || (version === head.version && Date.parse(madeAt) < Date.parse(head.madeAt));

function headOf({
  kind: _kind,
  base: _base,
  ...head
}: Omit<BundleContent, BundlePart | 'counts'>): BundleState['head'] {
  return head;
}

function merged<T>(held: ReadonlyMap<string, T> | undefined, entries: readonly [string, T | null][]): Map<string, T> {
  const result = new Map(held);
  for (const [key, value] of entries)
    if (value === null) result.delete(key);
    else result.set(key, value);
  return result;
}
