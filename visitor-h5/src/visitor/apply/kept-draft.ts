import { recall, remember } from '../../shared/storage.ts';
import { type Application } from './application.ts';

/** Apart from the draft itself, so that the first page can ask for one without loading the form. */
export const DRAFT = 'application';
export const DRAFT_KEY = `${DRAFT}-key`;
const KEPT_FOR = 7 * 86_400_000;

export interface Draft {
  savedAt: number;
  application: Application;
}

/** The draft on this phone, unless it is too old: then it is dropped. */
export function keptDraft(now: number): Draft | null {
  const text = recall(DRAFT);
  if (!text) return null;
  const draft = JSON.parse(text) as Draft;
  if (now - draft.savedAt <= KEPT_FOR) return draft;
  dropDraft();
  return null;
}

export function dropDraft(): void {
  remember(DRAFT, null);
  remember(DRAFT_KEY, null);
}
