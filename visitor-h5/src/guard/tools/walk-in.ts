import { type WalkInInput } from '@gatehouse/contract/walk-in';
import { checkIdentityDocument, type DocumentKind } from '@gatehouse/contract/rules/identity-document';
import { RULE_TEXT } from '@gatehouse/contract/rules/rule-text';
import { type Locale } from '@gatehouse/contract/common';

/** What the guard typed of somebody who came without an appointment. */
export interface WalkInForm {
  hostId: string;
  name: string;
  documentKind: string;
  documentNumber: string;
  mobile: string;
  organisation: string;
  purpose: string;
  reason: string;
  hours: number;
  plate: string;
  consents: boolean;
}
export type WalkInErrors = Partial<Record<keyof WalkInForm, string>>;

export const emptyForm = (): WalkInForm => ({
  hostId: '',
  name: '',
  documentKind: 'PRC_ID',
  documentNumber: '',
  mobile: '',
  organisation: '',
  purpose: '',
  reason: '',
  hours: 2,
  plate: '',
  consents: false,
});

/** What is missing, by field; the server checks everything again. */
export function errorsOf(
  form: WalkInForm,
  words: { needed: string; consentNeeded: string },
  locale: Locale,
  now: number,
): WalkInErrors {
  const errors: WalkInErrors = {};
  for (const field of ['hostId', 'name', 'mobile', 'purpose', 'reason'] as const)
    if (!form[field].trim()) errors[field] = words.needed;
  const document = checkIdentityDocument(form.documentKind as DocumentKind, form.documentNumber, now);
  if (!document.ok) errors.documentNumber = RULE_TEXT[document.code][locale];
  if (!form.consents) errors.consents = words.consentNeeded;
  return errors;
}

export function inputOf(form: WalkInForm, nonce: string, gate: string, locale: Locale): WalkInInput {
  const { name, documentKind, documentNumber, mobile, organisation, plate } = form;
  const trimmed = (text: string) => text.trim();
  return {
    nonce,
    gate,
    hostId: form.hostId,
    person: {
      name: trimmed(name),
      documentKind,
      documentNumber: trimmed(documentNumber),
      mobile: trimmed(mobile),
      organisation: trimmed(organisation) || '个人',
    },
    transport: plate.trim() ? 'car' : 'foot',
    ...(plate.trim() && { plate: trimmed(plate).toUpperCase() }),
    purpose: form.purpose,
    reason: trimmed(form.reason),
    hours: form.hours,
    consentIdentity: true,
    locale,
  };
}
