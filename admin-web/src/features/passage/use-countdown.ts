import { computed, type ComputedRef, onScopeDispose, ref } from 'vue';

/** Whole seconds left until an instant, 0 when it has passed. */
export function useCountdown(until: string): ComputedRef<number> {
  const now = ref(Date.now());
  const beat = setInterval(() => (now.value = Date.now()), 1000);
  onScopeDispose(() => clearInterval(beat));
  return computed(() => Math.max(0, Math.ceil((Date.parse(until) - now.value) / 1000)));
}
