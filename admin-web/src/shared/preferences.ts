import { type Locale } from '@gatehouse/contract';
import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';

export const pageSizes = [20, 50, 100] as const;
const prefix = 'console.';
type Theme = 'light' | 'dark';

function remembered<T>(name: string, initial: T) {
  const stored = localStorage.getItem(prefix + name);
  const value = ref(stored === null ? initial : (parsed(stored) as T));
  watch(value, (now) => localStorage.setItem(prefix + name, typeof now === 'string' ? now : JSON.stringify(now)));
  return value;
}

function parsed(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return stored;
  }
}

/** What a person has chosen about the look of the console, kept in this browser. */
export const usePreferences = defineStore('preferences', () => {
  const locale = remembered<Locale>('locale', navigator.language.startsWith('zh') ? 'zh' : 'en');
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isSystemDark = ref(system.matches);
  system.addEventListener('change', ({ matches }) => (isSystemDark.value = matches));
  const chosenTheme = remembered<Theme | ''>('theme', '');
  /** as the system has it, by day and by night, until somebody chooses */
  const theme = computed<Theme>({
    get: () => chosenTheme.value || (isSystemDark.value ? 'dark' : 'light'),
    set: (chosen) => (chosenTheme.value = chosen),
  });
  const isMenuNarrow = remembered('menu-narrow', matchMedia('(max-width: 1100px)').matches);
  const pageSize = remembered<number>('page-size', 50);
  const hasShortcuts = remembered('shortcuts', true);

  watch(theme, (now) => document.documentElement.classList.toggle('dark', now === 'dark'), { immediate: true });

  return { locale, theme, isMenuNarrow, pageSize, hasShortcuts };
});
