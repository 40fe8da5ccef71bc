import { computed, onMounted, onUnmounted, ref, shallowRef, watch } from 'vue';
import { learnServerTime, serverNow } from '../../shared/clock.ts';
import { ApiError } from '../../shared/http.ts';
import { type CodeSource } from './code-source.ts';
import { passState } from './pass-state.ts';
import { keepPass, openKeptPass, openPass, type OpenedPass } from './registration.ts';

/** The pass on this phone: at once as last seen, then as the server has it; again when the network or the page returns. */
export function usePass(id: string) {
  const view = shallowRef<OpenedPass['view']>();
  const codes = shallowRef<CodeSource | null>(null);
  const error = shallowRef<ApiError>();
  const now = ref(serverNow());
  const state = computed(() => view.value && passState(view.value, now.value));
  const isElsewhere = computed(() => view.value?.state === 'active' && view.value.key === 'other' && !codes.value);
  let isGone = false;

  function show(opened: OpenedPass): void {
    view.value = opened.view;
    codes.value = opened.codes;
  }

  /** The server knows no such pass of ours any more: what the phone kept of it must not be shown. */
  function forget(): void {
    view.value = undefined;
    codes.value = null;
  }

  async function refresh(move = false): Promise<void> {
    try {
      const opened = await openPass(id, move);
      if (isGone) return;
      learnServerTime(opened.view.now);
      error.value = undefined;
      show(opened);
      tick();
      await keepPass(opened.view);
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      error.value = failure;
      if (failure.status === 404) forget();
    }
  }

  async function start(): Promise<void> {
    const kept = await openKeptPass(id).catch(() => null);
    if (kept && !isGone) show(kept);
    await refresh();
  }

  // Only the server knows whether its holder is still inside and needs the code for leaving.
  watch(state, (now, before) => now === 'expired' && before && before !== 'expired' && void refresh());

  const tick = () => (now.value = serverNow());
  const onReturn = () => {
    tick();
    if (document.visibilityState === 'visible') void refresh();
  };

  onMounted(() => {
    addEventListener('online', onReturn);
    addEventListener('pageshow', onPageShow);
    document.addEventListener('visibilitychange', onReturn);
    void start();
  });
  onUnmounted(() => {
    isGone = true;
    removeEventListener('online', onReturn);
    removeEventListener('pageshow', onPageShow);
    document.removeEventListener('visibilitychange', onReturn);
  });
  const onPageShow = (event: PageTransitionEvent) => event.persisted && onReturn();

  return { view, codes, error, state, now, tick, isElsewhere, refresh };
}
