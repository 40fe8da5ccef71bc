import { recall, remember } from '../shared/storage.ts';

const correctionPlace = (approvalId: string) => `correction.${approvalId}`;
const place = (approvalId: string) => `refusal.${approvalId}`;

/** The reason of a refusal outlives the sheet, a failure and a closed page, until it is sent. */
export const refusalDraft = (approvalId: string): string => recall(place(approvalId)) ?? '';
export const keepRefusalDraft = (approvalId: string, text: string): void => remember(place(approvalId), text || null);

/** The same for what the visitor shall correct: a note by field. */
export const correctionDraft = (approvalId: string): [string, string][] =>
  JSON.parse(recall(correctionPlace(approvalId)) ?? '[]') as [string, string][];
export const keepCorrectionDraft = (approvalId: string, notes: [string, string][]): void =>
  remember(correctionPlace(approvalId), notes.length ? JSON.stringify(notes) : null);
