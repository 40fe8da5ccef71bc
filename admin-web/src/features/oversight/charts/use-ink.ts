import { computed, type ComputedRef } from 'vue';
import { usePreferences } from '@/shared/preferences';

/** Chart colours out of the style sheet, read again when the theme changes. */
export function useInk(): ComputedRef<(token: string) => string> {
  const preferences = usePreferences();
  return computed(() => {
    void preferences.theme;
    const style = getComputedStyle(document.documentElement);
    return (token) => style.getPropertyValue(`--${token}`).trim();
  });
}
