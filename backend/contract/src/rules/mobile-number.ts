import type { DocumentKind } from './identity-document.js';
import { fault, type RuleFault } from './rule-code.js';

/** A number whose shape is that of a mobile. The server checks further with the full metadata. */
export interface AcceptedMobile {
  readonly ok: true;
  /** E.164, such as `+8613800138000`. */
  readonly number: string;
  /** +86: SMS can be sent. */
  readonly mainland: boolean;
}

const MAINLAND = /^1[3-9]\d{9}$/;
const INTERNATIONAL = /^\+[1-9]\d{6,14}$/;

/** NFKC, without spaces, `-`, `.` and brackets; 00 in front becomes +. */
export function normaliseMobile(raw: string): string {
  return raw
    .trim()
    .normalize('NFKC')
    .replace(/[\s\-.()]/g, '')
    .replace(/^00/, '+');
}

/**
 * Checks a mobile number by shape. Without a country code it is a mainland number; other countries (`+852…`) go only
 * with a document that is no resident card.
 */
export function checkMobile(raw: string, documentKind: DocumentKind): AcceptedMobile | RuleFault {
  const typed = normaliseMobile(raw);
  const national = typed.replace(/^\+?86(?=1\d{10}$)/, '');
  if (MAINLAND.test(national)) return { ok: true, number: `+86${national}`, mainland: true };
  if (!INTERNATIONAL.test(typed) || typed.startsWith('+86')) return fault('mobile.shape');
  if (documentKind === 'PRC_ID' || documentKind === 'PRC_ID15') return fault('mobile.country');
  return { ok: true, number: typed, mainland: false };
}

/** First 3 and last 4 digits (138****8000), of a foreign number behind its +. Takes E.164 or a national number. */
export function maskMobile(number: string): string {
  const digits = number.replace(/^\+86(?=1\d{10}$)/, '').replace(/^\+/, '');
  const plus = number.startsWith('+') && !number.startsWith('+86') ? '+' : '';
  return digits.length <= 7 ? '*'.repeat(digits.length) : `${plus}${digits.slice(0, 3)}****${digits.slice(-4)}`;
}
