import { onScopeDispose, reactive } from 'vue';
import { exportPassages } from './api';
import { type PassagesFilter } from './passages-filter';

/** One export from the first click to the saved file. Leaving the page stops it. */
export function useExport() {
  let running: AbortController | undefined;
  const state = reactive({
    step: 'asking' as 'asking' | 'running' | 'saved' | 'failed',
    received: 0,
    expected: 0,
    fileName: '',
    failure: null as unknown,
    start,
    stop,
  });

  async function start(filter: PassagesFilter, reason: string): Promise<void> {
    const own = (running = new AbortController());
    Object.assign(state, { step: 'running', received: 0, expected: 0, failure: null });
    try {
      state.fileName = await exportPassages(filter, reason, own.signal, (received, expected) =>
        Object.assign(state, { received, expected }),
      );
      state.step = 'saved';
    } catch (failure) {
      if (own.signal.aborted) state.step = 'asking';
      else Object.assign(state, { step: 'failed', failure });
    }
  }

  function stop(): void {
    running?.abort();
  }

  onScopeDispose(stop);
  return state;
}
