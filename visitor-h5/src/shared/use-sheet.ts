import { computed, type ComputedRef } from 'vue';
import { useRoute, useRouter } from './router.ts';

export interface SheetControl {
  isOpen: ComputedRef<boolean>;
  /** what it was opened for, such as the index of a row */
  subject: ComputedRef<string>;
  open: (subject?: string | number) => void;
  close: () => void;
}

/** An open sheet is a history entry (`?sheet=name`), so that the phone's Back key closes it and stays on the page. */
export function useSheet(name: string): SheetControl {
  const route = useRoute();
  const router = useRouter();
  const sheet = computed(() => String(route.query.sheet ?? '').split(':'));
  const isOpen = computed(() => sheet.value[0] === name);
  const subject = computed(() => (isOpen.value ? (sheet.value[1] ?? '') : ''));

  function open(about: string | number = ''): void {
    const value = about === '' ? name : `${name}:${about}`;
    void router.push({ query: { ...route.query, sheet: value } });
  }

  function close(): void {
    if (!isOpen.value) return;
    const openedHere = (history.state as { back?: string | null } | null)?.back != null;
    if (openedHere) router.back();
    else void router.replace({ query: { ...route.query, sheet: undefined } });
  }

  return { isOpen, subject, open, close };
}
