import { type SearchWordsView } from '@gatehouse/contract';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { get, post } from './http';

const key = (handle: string) => ['words', handle];

/** Hands words to the server, which gives a handle that may stand in the address. Empty words have none. */
async function takeWords(queries: QueryClient, words: string): Promise<string> {
  if (!words.trim()) return '';
  const taken = await post<SearchWordsView>('/api/search/words', { words });
  queries.setQueryData(key(taken.handle), taken);
  return taken.handle;
}

export function useTakeWords(): (words: string) => Promise<string> {
  const queries = useQueryClient();
  return (words) => takeWords(queries, words);
}

/** The words behind the handle of an address, and how they were read. */
export function useWords(handle: Ref<string>) {
  return useQuery({
    queryKey: computed(() => key(handle.value)),
    queryFn: () => get<SearchWordsView>(`/api/search/words/${handle.value}`),
    enabled: computed(() => handle.value !== ''),
    staleTime: Infinity,
  });
}
