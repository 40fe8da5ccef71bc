import { ageOn, campusDay, isRealDay } from './calendar-day.js';
import { mod11Matches } from './mod-11-2.js';
import { fault, type RuleFault, type RuleWarning } from './rule-code.js';

/** The documents accepted at a campus gate. */
export const DOCUMENT_KINDS = [
  'PRC_ID',
  'PRC_ID15',
  'HKMOTW_RESIDENCE',
  'FOREIGN_PR',
  'FOREIGN_PR_OLD',
  'HKMO_PERMIT',
  'TW_PERMIT',
  'PASSPORT',
  'OTHER',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A document whose number passed every check of its kind. */
export interface AcceptedDocument {
  readonly ok: true;
  readonly kind: DocumentKind;
  /** Normalised, as stored and indexed. */
  readonly number: string;
  /** Campus date `YYYY-MM-DD`, where the number holds one. */
  readonly birth?: string;
  readonly warning?: RuleWarning;
}

type EighteenKind = 'PRC_ID' | 'HKMOTW_RESIDENCE' | 'FOREIGN_PR';

const PROVINCE = '(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71)';
/** How a number of each 18-character card begins. Counties are not checked: abolished ones live on in people's cards. */
const BEGINNINGS: Readonly<Record<EighteenKind, RegExp>> = {
  PRC_ID: new RegExp(`^${PROVINCE}`),
  HKMOTW_RESIDENCE: /^(81|82|83)0000/,
  FOREIGN_PR: new RegExp(`^9${PROVINCE}`),
};

/** Trim, NFKC, upper case, without spaces, `·`, `-` and brackets: full-width digits and a small x are valid input. */
export function normaliseDocumentNumber(raw: string): string {
  return raw
    .trim()
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s·\-()[\]{}【】〔〕]/g, '');
}

/**
 * Checks a document number as typed, under the kind chosen.
 * Sources: GB 11643-1999 (resident card), ISO 7064 MOD 11-2 (check character); permits by shape only.
 * @param now epoch milliseconds; a birth date may not lie after this day in Asia/Shanghai
 * @param options `acceptLegacy` for imports of old lists: 15-digit resident numbers
 */
export function checkIdentityDocument(
  kind: DocumentKind,
  raw: string,
  now: number,
  options: { readonly acceptLegacy?: boolean } = {},
): AcceptedDocument | RuleFault {
  const number = normaliseDocumentNumber(raw);
  if (number === '') return fault('document.empty');
  switch (kind) {
    case 'PRC_ID':
      return checkResidentCard(number, now);
    case 'PRC_ID15':
      return options.acceptLegacy ? checkLegacyCard(number, now) : fault('document.legacy');
    case 'HKMOTW_RESIDENCE':
    case 'FOREIGN_PR':
      return checkEighteen(kind, number, now);
    case 'FOREIGN_PR_OLD':
      return shaped(kind, number, /^[A-Z]{3}\d{12}$/, 15);
    case 'HKMO_PERMIT':
      return shaped(kind, number, /^([HM]\d{8})(\d\d)?$/);
    case 'TW_PERMIT':
      return shaped(kind, number, /^(\d{8})(\d\d)?$/);
    case 'PASSPORT':
      return shaped(kind, number, /^[A-Z0-9]{5,15}$/);
    case 'OTHER':
      return number.length <= 30 ? { ok: true, kind, number } : fault('document.length');
  }
}

/** The last 4 characters, for the guard's comparison; never more than half of the number. */
export function tailOf(number: string): string {
  const length = Math.min(4, Math.floor(number.length / 2));
  return length === 0 ? '' : number.slice(-length);
}

/** First 1 and last 2 characters, the rest stars; a number of 4 or fewer is all stars. */
export function maskDocumentNumber(number: string): string {
  return number.length <= 4 ? '*'.repeat(number.length) : number[0] + '*'.repeat(number.length - 3) + number.slice(-2);
}

/** The sex an 18- or 15-digit number implies, or null. Derive it where needed, never store it. */
export function sexOf({ kind, number }: Pick<AcceptedDocument, 'kind' | 'number'>): 'male' | 'female' | null {
  const digit = kind === 'PRC_ID15' ? number[14] : kind in BEGINNINGS ? number[16] : undefined;
  return digit === undefined ? null : Number(digit) % 2 === 1 ? 'male' : 'female';
}

/**
 * Whether somebody is under 14 today in Asia/Shanghai: a guardian must consent for the child's data (PIPL, Art. 31).
 * @param birth `YYYY-MM-DD`
 * @param now epoch milliseconds
 */
export function isUnder14(birth: string, now: number): boolean {
  return ageOn(birth, campusDay(now)) < 14;
}

function checkResidentCard(number: string, now: number): AcceptedDocument | RuleFault {
  if (/^\d{15}$/.test(number)) return fault('document.legacy');
  const checked = checkEighteen('PRC_ID', number, now);
  return checked.ok && number.startsWith('71') ? { ...checked, warning: 'document.taiwan-region' } : checked;
}

/** 17 digits and a check character. */
function checkEighteen(kind: EighteenKind, number: string, now: number): AcceptedDocument | RuleFault {
  if (number.length !== 18) return fault('document.length');
  if (!/^\d{17}[\dX]$/.test(number)) return fault('document.shape');
  if (!BEGINNINGS[kind].test(number)) return fault(fitsAnyCard(number) ? 'document.other-kind' : 'document.region');
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isBirthDay(birth, now)) return fault('document.birth-date');
  return mod11Matches(number) ? { ok: true, kind, number, birth } : fault('document.check-digit');
}

function fitsAnyCard(number: string): boolean {
  return mod11Matches(number) && Object.values(BEGINNINGS).some((beginning) => beginning.test(number));
}

function checkLegacyCard(number: string, now: number): AcceptedDocument | RuleFault {
  if (number.length !== 15) return fault('document.length');
  if (!/^\d{15}$/.test(number)) return fault('document.shape');
  if (!BEGINNINGS.PRC_ID.test(number)) return fault('document.region');
  const birth = `19${number.slice(6, 8)}-${number.slice(8, 10)}-${number.slice(10, 12)}`;
  return isBirthDay(birth, now) ? { ok: true, kind: 'PRC_ID15', number, birth } : fault('document.birth-date');
}

/** Where the pattern has a group, only that part is stored: permits print an issue count behind the number. */
function shaped(kind: DocumentKind, number: string, shape: RegExp, length?: number): AcceptedDocument | RuleFault {
  const found = shape.exec(number);
  if (found !== null) return { ok: true, kind, number: found[1] ?? number };
  return fault(length !== undefined && number.length !== length ? 'document.length' : 'document.shape');
}

function isBirthDay(birth: string, now: number): boolean {
  return isRealDay(birth) && birth >= '1900-01-01' && birth <= campusDay(now);
}
