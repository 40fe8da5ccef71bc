import { type ExportRow, type RequestExportInput } from '@gatehouse/contract';
import { onScopeDispose, reactive } from 'vue';
import { cancelExport, fetchExport, requestExport, saveExport } from './api';

const LOOK_AGAIN_MS = 350;

interface ExportState {
  step: 'asking' | 'running' | 'saved' | 'failed';
  row: ExportRow | null;
  fileName: string;
  failure: unknown;
}

/** One export from the first click to the saved file. Closing the dialog lets it go on by itself. */
export function useExport() {
  let isGone = false;
  let isUnwanted = false;
  const state = reactive<ExportState>({ step: 'asking', row: null, fileName: '', failure: null });

  async function start(input: RequestExportInput): Promise<void> {
    Object.assign(state, { step: 'running', row: null, failure: null });
    isUnwanted = false;
    try {
      state.row = await requestExport(input);
      if (isUnwanted) await giveUp(state.row);
      while (isUnderWay(state.row) && !isGone) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
        state.row = await fetchExport(state.row.id);
      }
      if (isGone) return;
      if (state.row.state === 'done') {
        state.fileName = await saveExport(state.row.id);
        state.step = 'saved';
      } else state.step = state.row.state === 'cancelled' ? 'asking' : 'failed';
    } catch (failure) {
      Object.assign(state, { step: 'failed', failure });
    }
  }

  /** It may be done by now: then there is nothing to stop, and the file is saved. */
  const giveUp = ({ id }: ExportRow) => cancelExport(id).catch(() => undefined);

  async function stop(): Promise<void> {
    isUnwanted = true;
    if (state.row) await giveUp(state.row);
  }

  onScopeDispose(() => (isGone = true));
  return { state, start, stop };
}

export const isUnderWay = ({ state }: Pick<ExportRow, 'state'>): boolean => state === 'queued' || state === 'running';

/** In per cent; nothing while nobody knows how many rows there are. */
export const shareOf = ({ rows, total }: Pick<ExportRow, 'rows' | 'total'>): number | undefined =>
  total ? Math.min(100, Math.round((rows / total) * 100)) : undefined;
