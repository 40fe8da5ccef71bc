import { type ApprovalFilter } from '@gatehouse/contract/approval';
import { computed } from 'vue';
import { useRoute, useRouter } from '../shared/router.ts';
import { dayChoices, type DayChoice } from './day-filter.ts';

const states: readonly ApprovalFilter['state'][] = ['todo', 'done', 'all'];

/** The filters of the list live in its address: Back, reload and a shared link keep them. */
export function useFilters() {
  const route = useRoute();
  const router = useRouter();

  function inAddress<Value extends string>(name: string, usual: Value, allowed?: readonly Value[]) {
    return computed<Value>({
      get: () => {
        const value = route.query[name] as Value | undefined;
        return value && (!allowed || allowed.includes(value)) ? value : usual;
      },
      set: (value) => void router.replace({ query: { ...route.query, [name]: value === usual ? undefined : value } }),
    });
  }

  const state = inAddress<ApprovalFilter['state']>('state', 'todo', states);
  const day = inAddress<DayChoice>('day', 'any', dayChoices);
  const q = inAddress<string>('q', '');
  const isFiltered = computed(() => day.value !== 'any' || q.value !== '');
  const clear = () => router.replace({ query: { ...route.query, q: undefined, day: undefined } });
  return { state, day, q, isFiltered, clear };
}
