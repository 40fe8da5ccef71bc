import { onScopeDispose, reactive } from 'vue';
import { exportPassages } from './api';
import { type PassagesFilter } from './passages-filter';

interface ExportState {
  step: 'asking' | 'running' | 'saved' | 'failed';
  received: number;
  /** 0 while unknown */
  expected: number;
  fileName: string;
  failure: unknown;
}

/** One export from the first click to the saved file. Leaving the page stops it. */
export function useExport() {
  let running: AbortController | undefined;
  const state = reactive<ExportState>({ step: 'asking', received: 0, expected: 0, fileName: '', failure: null });

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
  return { state, start, stop };
}
