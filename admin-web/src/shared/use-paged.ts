import { type CountedPage, type Page } from '@gatehouse/contract';
import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { usePreferences } from './preferences';
import { type Filter, useUrlFilter } from './use-url-filter';

export type PageRequest<F extends Filter> = F & { after: string | undefined; limit: number };
export type Paged<F extends Filter, P extends Page<unknown>> = ReturnType<typeof usePaged<F, P>>;

/**
 * A keyset-paged list. The address holds the filters and the stack of cursors that led here
 * (`?after=first&after=second`), so Previous works after a reload too.
 */
export function usePaged<F extends Filter, P extends Page<unknown>>(
  name: string,
  defaults: F,
  fetchPage: (request: PageRequest<F>) => Promise<P>,
) {
  const route = useRoute();
  const router = useRouter();
  const preferences = usePreferences();
  const { filter, change, reset, isDefault } = useUrlFilter(defaults);

  const cursors = computed(() => [route.query.after ?? []].flat().filter((cursor) => cursor !== null));
  const request = computed(() => ({ ...filter.value, after: cursors.value.at(-1), limit: preferences.pageSize }));
  const { data, error, isPending, isFetching, refetch } = useQuery<P>({
    queryKey: computed(() => [name, request.value]),
    queryFn: () => fetchPage(request.value),
    placeholderData: keepPreviousData,
  });
  const page = computed(() => data.value);
  const goTo = (after: string[]) => router.push({ query: { ...route.query, after: after.length ? after : undefined } });

  return {
    get filter() {
      return filter.value;
    },
    get isDefault() {
      return isDefault.value;
    },
    get page() {
      return page.value;
    },
    get rows() {
      return (page.value?.items ?? []) as P['items'];
    },
    get count() {
      return countOf(page.value);
    },
    get isLoading() {
      return isPending.value;
    },
    get isRefreshing() {
      return isFetching.value;
    },
    get error() {
      return error.value;
    },
    get pageNumber() {
      return cursors.value.length + 1;
    },
    get hasNext() {
      return Boolean(page.value?.next);
    },
    change,
    reset,
    reload: refetch,
    toFirst: () => goTo([]),
    toPrevious: () => goTo(cursors.value.slice(0, -1)),
    toNext: () => goTo([...cursors.value, page.value!.next!]),
    setPageSize(size: number) {
      preferences.pageSize = size;
      return goTo([]);
    },
  };
}

function countOf(page: (Page<unknown> & Partial<CountedPage<unknown>>) | undefined) {
  return page?.total === undefined ? undefined : { total: page.total, exact: page.exact ?? false };
}
