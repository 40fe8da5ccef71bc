import { computed, shallowRef } from 'vue';
import { type Cabinet } from '../device/cabinet.ts';
import { type Sighting } from './judge.ts';
import { type OwnAdmission } from './own-presence.ts';

/** Somebody this device let through, as the guard finds him again: for presence, and for taking it back. */
export interface SeenAdmission extends Omit<OwnAdmission, 'unsent'> {
  /** masked; empty where nobody was named */
  personName: string;
  /** id at the server, once known */
  passage: string | null;
  annulled?: boolean;
}

const KEPT = 36 * 3_600_000;
export type Seen = ReturnType<typeof useSeen>;

/** Whom this device let through lately. `isUnsent`: whether the server cannot know it yet. */
export function useSeen(cabinet: Cabinet, isUnsent: (nonce: string) => boolean, now: () => number) {
  const all = shallowRef<SeenAdmission[]>([]);

  async function open(): Promise<void> {
    const stored = await cabinet.list<SeenAdmission>('seen');
    const old = stored.filter(({ at, nonce }) => now() - at > KEPT && !isUnsent(nonce));
    all.value = stored.filter((one) => !old.includes(one)).sort((one, other) => one.at - other.at);
    for (const { nonce } of old) await cabinet.remove('seen', nonce).catch(() => undefined);
  }

  async function note(admission: SeenAdmission): Promise<void> {
    const others = all.value.filter(({ nonce }) => nonce !== admission.nonce);
    all.value = [...others, admission].sort((one, other) => one.at - other.at);
    // without room it is still known until the page closes, and the fact itself is in the queue
    await cabinet.keep('seen', admission.nonce, admission).catch(() => undefined);
  }

  async function learn(nonce: string, more: Partial<SeenAdmission>): Promise<void> {
    const known = all.value.find((one) => one.nonce === nonce);
    if (known) await note({ ...known, ...more });
  }

  /** What this device saw of the holder of a code: an annulled passage did not happen. */
  function of({ lookup, passId }: Pick<Sighting, 'lookup' | 'passId'>): OwnAdmission[] {
    const isSame = (one: SeenAdmission) =>
      (lookup !== null && one.lookup === lookup) || (passId !== null && one.passId === passId);
    return all.value
      .filter((one) => !one.annulled && isSame(one))
      .map((one) => ({ ...one, unsent: isUnsent(one.nonce) }));
  }

  async function wipe(): Promise<void> {
    all.value = [];
    await cabinet.empty(['seen']);
  }

  return { all: computed(() => all.value), open, note, learn, of, wipe };
}
