import { plateMatchKey } from '@gatehouse/contract/rules/plate-number';
import { type ScreeningKeys, type ScreeningLevel } from '../../watchlist/public.js';

const severity: ScreeningLevel[] = ['none', 'watch', 'ask', 'refuse'];

/** What a party is screened by: everybody's document and phone, and the plate once. */
export const screeningKeys = (
  party: readonly { documentIndex: Buffer; mobileIndex: Buffer | null }[],
  plate: string | null,
): ScreeningKeys[] =>
  party.map(({ documentIndex, mobileIndex }, at) => ({
    documentIndex,
    mobileIndex,
    plateKey: at === 0 && plate ? plateMatchKey(plate) : null,
  }));

/** The severest of several answers. */
export const severestOf = (levels: ScreeningLevel[]): ScreeningLevel =>
  severity[Math.max(0, ...levels.map((level) => severity.indexOf(level)))] ?? 'none';
