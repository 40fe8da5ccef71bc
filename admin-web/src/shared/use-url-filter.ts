import { computed, type ComputedRef } from 'vue';
import { type LocationQuery, useRoute, useRouter } from 'vue-router';

export type Filter = Record<string, string>;

export interface UrlFilter<F extends Filter> {
  filter: ComputedRef<F>;
  /** Sets some filters; an empty one falls back to its default. Always goes back to the first page. */
  change: (patch: Partial<F>) => Promise<unknown>;
  reset: () => Promise<unknown>;
  isDefault: ComputedRef<boolean>;
}

/** Filters that live in the address only, so that a link, a reload and the Back button all keep them. */
export function useUrlFilter<F extends Filter>(defaults: F): UrlFilter<F> {
  const route = useRoute();
  const router = useRouter();
  const names = Object.keys(defaults) as (keyof F & string)[];
  const filter = computed(
    () => Object.fromEntries(names.map((name) => [name, single(route.query, name) ?? defaults[name]])) as F,
  );

  function change(patch: Partial<F>): Promise<unknown> {
    const query: LocationQuery = { ...route.query };
    delete query.after;
    for (const [name, value] of Object.entries(patch) as [keyof F & string, string][]) {
      if (value && value !== defaults[name]) query[name] = value;
      else delete query[name];
    }
    return router.replace({ query });
  }

  return {
    filter,
    change,
    reset: () => change(Object.fromEntries(names.map((name) => [name, ''])) as Partial<F>),
    isDefault: computed(() => names.every((name) => filter.value[name] === defaults[name])),
  };
}

function single(query: LocationQuery, name: string): string | undefined {
  const value = query[name];
  return typeof value === 'string' && value ? value : undefined;
}
