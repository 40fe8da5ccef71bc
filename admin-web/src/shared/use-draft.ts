import { ref, type Ref, watch } from 'vue';

/** Text that survives leaving the page and coming back, until this window closes. */
export function useDraft(name: Ref<string>): Ref<string> {
  const text = ref(sessionStorage.getItem(name.value) ?? '');
  watch(name, (now) => (text.value = sessionStorage.getItem(now) ?? ''));
  watch(text, (now) => {
    if (now) sessionStorage.setItem(name.value, now);
    else sessionStorage.removeItem(name.value);
  });
  return text;
}
