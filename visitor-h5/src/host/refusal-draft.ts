import { recall, remember } from '../shared/storage.ts';

const place = (approvalId: string) => `refusal.${approvalId}`;

/** The reason of a refusal outlives the sheet, a failure and a closed page, until it is sent. */
export const refusalDraft = (approvalId: string): string => recall(place(approvalId)) ?? '';
export const keepRefusalDraft = (approvalId: string, text: string): void => remember(place(approvalId), text || null);
