import { type CorrectionNote, type CorrectVisitInput } from '@gatehouse/contract/visit-life';
import { type PeriodValue } from '@gatehouse/contract/common';
import { type VisitorVisit } from '@gatehouse/contract/visit';
import { checkIdentityDocument } from '@gatehouse/contract/rules/identity-document';
import { checkMobile } from '@gatehouse/contract/rules/mobile-number';
import { checkName } from '@gatehouse/contract/rules/person-name';
import { checkPlate } from '@gatehouse/contract/rules/plate-number';
import { type RuleFault } from '@gatehouse/contract/rules/rule-code';
import { RULE_TEXT } from '@gatehouse/contract/rules/rule-text';
import { locale } from '../../shared/i18n.ts';
import { documentKinds, type BookableKind } from '../identity.ts';
import { t } from '../i18n.ts';

export type CorrectedPart = 'name' | 'document' | 'mobile' | 'organisation' | 'plate' | 'period' | 'reason';

/** One asked field: what it is, of whom, what the approver says, and the new value so far. */
export interface AskedField extends CorrectionNote {
  part: CorrectedPart;
  /** index of the party member; null for the visit itself */
  person: number | null;
  text: string;
  kind: BookableKind;
  period: PeriodValue;
}

/** The asked fields with what is held filled in; numbers and names are held masked, so they are typed anew. */
export function askedFields({ correction, party, plate, reason, period }: VisitorVisit): AskedField[] {
  return (correction?.fields ?? []).map(({ field, note }) => {
    const [scope = '', ...rest] = field.split('.');
    const part = (rest[rest.length - 1] ?? scope) as CorrectedPart;
    const person = scope === 'applicant' ? 0 : scope === 'companions' ? Number(rest[0]) : null;
    const held = party.find(({ index }) => index === person);
    const kind = documentKinds.find((known) => known === held?.documentKind) ?? 'PRC_ID';
    const texts: Partial<Record<CorrectedPart, string>> = {
      organisation: held?.organisation ?? '',
      plate: plate ?? '',
      reason,
    };
    return { field, note, part, person, text: texts[part] ?? '', kind, period };
  });
}

/** What is wrong with a new value, by the rules the server has too; empty when nothing is. */
export function faultOf({ part, text, kind }: AskedField, now: number): string {
  if (part !== 'period' && !text.trim()) return t('correct.needed');
  const rules: Partial<Record<CorrectedPart, () => { ok: true } | RuleFault>> = {
    name: () => checkName(text),
    document: () => checkIdentityDocument(kind, text, now),
    mobile: () => checkMobile(text, kind),
    plate: () => checkPlate(text),
  };
  const checked = rules[part]?.();
  return checked && !checked.ok ? RULE_TEXT[checked.code][locale.value] : '';
}

/** The request: exactly the asked fields. */
export function toCorrection(fields: AskedField[]): CorrectVisitInput {
  const input: CorrectVisitInput = {};
  for (const { part, person, text, kind, period } of fields) {
    const value = text.trim();
    if (part === 'period') input.period = period;
    else if (part === 'plate') input.plate = value;
    else if (part === 'reason') input.reason = value;
    else {
      const change = part === 'document' ? { documentKind: kind, documentNumber: value } : { [part]: value };
      if (person === 0) input.applicant = { ...input.applicant, ...change };
      else if (person !== null) {
        const others = (input.companions ?? []).filter(({ index }) => index !== person);
        const known = (input.companions ?? []).find(({ index }) => index === person);
        input.companions = [...others, { index: person, ...known, ...change }];
      }
    }
  }
  return input;
}

/** Whether a path of the request, as a refusal names it, is about this field. */
export const isAbout = ({ field }: AskedField, path: string): boolean =>
  path === field || path.replace(/document(Number|Kind)$/, 'document') === field || path.startsWith(`${field}.`);
