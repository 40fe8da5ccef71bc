import { computed, type ComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';

export interface SheetControl {
  isOpen: ComputedRef<boolean>;
  open: () => void;
  close: () => void;
}

/** An open sheet is a history entry (`?sheet=name`), so that the phone's Back key closes it and stays on the page. */
export function useSheet(name: string): SheetControl {
  const route = useRoute();
  const router = useRouter();
  const isOpen = computed(() => route.query.sheet === name);

  function open(): void {
    void router.push({ query: { ...route.query, sheet: name }, hash: route.hash });
  }

  function close(): void {
    if (!isOpen.value) return;
    const pushedHere = (history.state as { back?: string | null } | null)?.back != null;
    if (pushedHere) router.back();
    else void router.replace({ query: { ...route.query, sheet: undefined } });
  }

  return { isOpen, open, close };
}
