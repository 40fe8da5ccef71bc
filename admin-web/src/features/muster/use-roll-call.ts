import { computed, type Ref, ref, watch } from 'vue';

/**
 * Who answered at the assembly point, ticked off on this screen. Kept in this window per campus and day, so that neither a
 * refresh of the list nor a reload of the page loses it.
 */
export function useRollCall(campus: Ref<string>, day: Ref<string>) {
  const place = computed(() => `muster.${campus.value}.${day.value}`);
  const met = ref(new Set<string>());

  watch(place, (now) => (met.value = new Set(read(now))), { immediate: true });

  function keep(passIds: Set<string>): void {
    met.value = passIds;
    if (passIds.size) sessionStorage.setItem(place.value, JSON.stringify([...passIds]));
    else sessionStorage.removeItem(place.value);
  }

  function tick(passId: string): void {
    const next = new Set(met.value);
    if (!next.delete(passId)) next.add(passId);
    keep(next);
  }

  return { met, tick, clear: () => keep(new Set()) };
}

function read(place: string): string[] {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(place) ?? '[]');
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
