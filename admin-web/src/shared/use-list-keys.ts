import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useShortcuts } from './use-shortcuts';

/**
 * A list and one chosen row of it, which stands in the address: `j` and `k` walk through the rows. `page` is the route of a
 * row, `home` the one without.
 */
export function useListKeys(list: { rows: { id: string }[] }, page: string, home: string) {
  const route = useRoute();
  const router = useRouter();
  const chosen = computed(() => (typeof route.params.id === 'string' ? route.params.id : ''));
  const position = computed(() => list.rows.findIndex(({ id }) => id === chosen.value));

  function open(id: string | undefined): Promise<unknown> {
    const { query } = route;
    return router.replace(id ? { name: page, params: { id }, query } : { name: home, query });
  }

  function move(step: number): void {
    const row = list.rows[Math.min(Math.max(position.value + step, 0), list.rows.length - 1)];
    if (row) void open(row.id);
  }

  useShortcuts({ j: () => move(1), k: () => move(-1) });
  return { chosen, position, open };
}
