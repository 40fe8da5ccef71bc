import { type ViewList } from '@gatehouse/contract';
import { computed, ref } from 'vue';

export interface Column {
  key: string;
  label: string;
  /** without it a row says nothing */
  isFixed?: boolean;
}

/** Which columns of a list somebody wants to see, remembered in this browser; nothing chosen means all. */
export function useColumns(list: ViewList, keys: readonly string[]) {
  const place = `console.columns.${list}`;
  const stored = ref<string[]>(read(place).filter((key) => keys.includes(key)));

  function choose(columns: string[]): void {
    const known = columns.filter((key) => keys.includes(key));
    stored.value = known.length === keys.length ? [] : known;
    localStorage.setItem(place, JSON.stringify(stored.value));
  }

  return {
    chosen: computed(() => (stored.value.length ? stored.value : [...keys])),
    shows: (key: string): boolean => stored.value.length === 0 || stored.value.includes(key),
    choose,
  };
}

function read(place: string): string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(value) ? value.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}
