import { type GuestListReport, type Locale } from '@gatehouse/contract';
import { maskMobile } from '@gatehouse/contract/rules/mobile-number';
import { type GuestRow } from '../domain/guest-list.js';

/** A row and what became of it; kept sealed. Times are ISO instants. */
export interface KeptGuest extends Omit<GuestRow, 'from' | 'until'> {
  from: string | null;
  until: string | null;
  /** opens the invitation; null when nobody was invited by this row */
  token: string | null;
}

export const keptGuest = (row: GuestRow, token: string | null): KeptGuest => ({
  ...row,
  from: row.from?.toISOString() ?? null,
  until: row.until?.toISOString() ?? null,
  token,
});

/** The report as its host sees it. `sentence` puts a code into words. */
export const reportRows = (
  guests: readonly KeptGuest[],
  sentence: (code: string, locale: Locale) => string,
): GuestListReport['rows'] =>
  guests.map(({ row, name, mobile, from, until, people, purpose, note, faults }) => ({
    row,
    name,
    mobileMasked: maskMobile(mobile),
    period: from && until ? { from, until } : null,
    people,
    purpose,
    note,
    errors: faults.map(({ column, code }) => ({
      column,
      code,
      text: { zh: sentence(code, 'zh'), en: sentence(code, 'en') },
    })),
  }));
