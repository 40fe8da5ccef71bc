import { type DocumentKind } from '@gatehouse/contract/rules/identity-document';
import { type Key } from './i18n.ts';

/** The documents a visitor can book with. Fifteen-digit numbers are no longer issued. */
export const documentKinds = [
  'PRC_ID',
  'HKMO_PERMIT',
  'TW_PERMIT',
  'HKMOTW_RESIDENCE',
  'FOREIGN_PR',
  'FOREIGN_PR_OLD',
  'PASSPORT',
  'OTHER',
] as const satisfies readonly DocumentKind[];

export type BookableKind = (typeof documentKinds)[number];

export const documentName = (kind: string): Key =>
  (documentKinds as readonly string[]).includes(kind) ? `document.${kind as BookableKind}` : 'document.OTHER';
