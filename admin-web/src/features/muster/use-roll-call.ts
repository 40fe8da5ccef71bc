import { type MusterTick } from '@gatehouse/contract';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { clearTicks, fetchTicks, sendTick } from './api';

/** Several officers count at once: what one ticks off the others see within so many milliseconds. */
const LOOK_EVERY_MS = 3_000;

/**
 * Who answered at the assembly point today, kept on the server as one list for everybody who counts. A tick shows at
 * once; when it could not be sent it is taken back and `onFailure` hears why.
 */
export function useRollCall(campus: Ref<string>, me: () => string, onFailure: (problem: unknown) => void) {
  const queries = useQueryClient();
  const key = computed(() => ['muster-ticks', campus.value]);
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => fetchTicks(campus.value),
    enabled: computed(() => campus.value !== ''),
    refetchInterval: LOOK_EVERY_MS,
  });
  const met = computed(() => new Map((data.value ?? []).map((tick) => [tick.passId, tick])));

  async function change(next: MusterTick[], send: () => Promise<unknown>): Promise<void> {
    const place = key.value;
    await queries.cancelQueries({ queryKey: place });
    queries.setQueryData(place, next);
    try {
      await send();
    } catch (problem) {
      onFailure(problem);
    }
    await queries.invalidateQueries({ queryKey: place });
  }

  function tick(passId: string): Promise<void> {
    const [here, isMet, known] = [campus.value, !met.value.has(passId), [...met.value.values()]];
    const next = isMet
      ? [...known, { passId, by: me(), at: new Date().toISOString() }]
      : known.filter((other) => other.passId !== passId);
    return change(next, () => sendTick({ campus: here, passId, met: isMet }));
  }

  function clear(): Promise<void> {
    const here = campus.value;
    return change([], () => clearTicks(here));
  }

  return { met, tick, clear };
}
