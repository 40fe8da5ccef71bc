import { type Dashboard } from '@gatehouse/contract';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, onBeforeUnmount, onMounted, type Ref, ref, watch } from 'vue';
import { fetchDashboard } from './api';

const askAgainMs = 15_000;
const listenAgainMs = 20_000;

/**
 * The dashboard as the server sends it. Where nothing can be sent, or the stream was refused, it is asked for instead;
 * a page that nobody sees neither listens nor asks.
 */
export function useLiveDashboard(campus: Ref<string>, view: 'wall' | '' = '') {
  const queries = useQueryClient();
  const isLive = ref(false);
  const key = computed(() => ['dashboard', campus.value, view]);
  let stream: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;

  const query = useQuery({
    queryKey: key,
    queryFn: () => fetchDashboard(campus.value, view),
    refetchInterval: () => (isLive.value ? false : askAgainMs),
    placeholderData: keepPreviousData,
  });

  function listen(): void {
    stop();
    if (typeof EventSource === 'undefined' || document.hidden) return;
    const asked = Object.entries({ campus: campus.value, view }).filter(([, value]) => value);
    const source = new EventSource(`/api/dashboard/live?${new URLSearchParams(asked)}`);
    const sentFor = key.value;
    stream = source;
    source.addEventListener('dashboard', ({ data }: MessageEvent<string>) => {
      isLive.value = true;
      queries.setQueryData(sentFor, JSON.parse(data) as Dashboard);
    });
    source.addEventListener('error', () => {
      isLive.value = false;
      // The browser itself comes again after a broken connection, but not after a refusal.
      if (source.readyState === EventSource.CLOSED) again = setTimeout(listen, listenAgainMs);
    });
  }

  function stop(): void {
    clearTimeout(again);
    stream?.close();
    stream = undefined;
    isLive.value = false;
  }

  watch(campus, listen);
  onMounted(() => {
    listen();
    document.addEventListener('visibilitychange', listen);
  });
  onBeforeUnmount(() => {
    document.removeEventListener('visibilitychange', listen);
    stop();
  });
  return { ...query, isLive };
}
