import { type WalkInView } from '@gatehouse/contract/walk-in';
import { shallowRef } from 'vue';
import { type GateCall } from '../device/gate-api.ts';

const WAIT_SECONDS = 25;
const LONGEST_MS = (WAIT_SECONDS + 8) * 1000;
const PAUSE_MS = 3_000;

export type WalkInWatch = ReturnType<typeof useWalkInWatch>;

/** The walk-in whose host was asked. It is followed while the guard goes on with others, and a lost network only asks again. */
export function useWalkInWatch(call: GateCall, onAnswer: (view: WalkInView) => void) {
  const view = shallowRef<WalkInView>();

  async function follow(asked: WalkInView): Promise<void> {
    view.value = asked;
    const isWanted = () => view.value?.id === asked.id && view.value.state === 'waiting';
    while (isWanted()) {
      const path = `/walk-ins/${asked.id}?known=waiting&wait=${WAIT_SECONDS}`;
      const next = await call<WalkInView>('GET', path, undefined, LONGEST_MS).catch(() => null);
      if (!isWanted()) return;
      if (!next) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      else take(next);
    }
  }

  function take(next: WalkInView): void {
    view.value = next;
    if (next.state !== 'waiting') onAnswer(next);
  }

  const done = () => (view.value = undefined);
  return { view, follow, done };
}
