import { type CorrectableField, type CorrectionNote } from '@gatehouse/contract';
import { DomainError, type FieldError } from '../../kernel/domain-error.js';
import { type PartyMember } from './party-member.js';

const ofPerson = ['name', 'document', 'mobile', 'organisation'];

/** What an approver asks the visitor to correct, instead of refusing. Instants are ISO 8601. */
export interface Correction {
  askedAt: string;
  askedBy: string;
  fields: CorrectionNote[];
}

/** Everything of a visit that a correction can be asked of: a closed list. */
export function correctableFields(party: PartyMember[], plate: string | null): CorrectableField[] {
  const people = party.flatMap(({ index }, at) =>
    at === 0
      ? ofPerson.map((field) => `applicant.${field}`)
      : ofPerson.filter((field) => field !== 'organisation').map((field) => `companions.${index}.${field}`),
  );
  return [...people, ...(plate ? ['plate'] : []), 'period', 'reason'];
}

/** Notes as kept: every field once, of the list, with words. */
export function checkedNotes(notes: CorrectionNote[], correctable: CorrectableField[]): CorrectionNote[] {
  const faults = notes.flatMap(({ field, note }, at): FieldError[] => {
    const isTwice = notes.findIndex((other) => other.field === field) < at;
    if (isTwice || !correctable.includes(field))
      return [{ path: `fields.${at}.field`, code: 'approval.field-unknown' }];
    return note.trim() ? [] : [{ path: `fields.${at}.note`, code: 'field.needed' }];
  });
  if (notes.length === 0) faults.push({ path: 'fields', code: 'field.needed' });
  if (faults.length > 0) throw new DomainError('request.invalid', {}, faults);
  return notes.map(({ field, note }) => ({ field, note: note.trim() }));
}

/** A correction answers what was asked, all of it and nothing else. */
export function refuseOtherFields(answered: CorrectableField[], asked: CorrectableField[]): void {
  const faults: FieldError[] = [
    ...answered.filter((path) => !asked.includes(path)).map((path) => ({ path, code: 'visit.field-not-asked' })),
    ...asked.filter((path) => !answered.includes(path)).map((path) => ({ path, code: 'field.needed' })),
  ];
  if (faults.length > 0) throw new DomainError('request.invalid', {}, faults);
}

export const isSameNotes = (notes: CorrectionNote[], others: CorrectionNote[]): boolean =>
  notes.length === others.length &&
  notes.every(({ field, note }, at) => others[at]?.field === field && others[at].note === note);
