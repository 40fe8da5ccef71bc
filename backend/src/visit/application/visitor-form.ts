import { type ApplicantInput, type PersonInput, type RequestVisitInput } from '@gatehouse/contract';
import {
  checkIdentityDocument,
  type DocumentKind,
  isUnder14,
  maskDocumentNumber,
  tailOf,
} from '@gatehouse/contract/rules/identity-document';
import { checkMobile, maskMobile } from '@gatehouse/contract/rules/mobile-number';
import { checkName } from '@gatehouse/contract/rules/person-name';
import { checkPlate, plateMatchKey } from '@gatehouse/contract/rules/plate-number';
import { DomainError, type FieldError } from '../../kernel/domain-error.js';

/** A person as typed, after all checks: still in clear, so it must not outlive the command. */
export interface CheckedPerson {
  name: string;
  organisation: string | null;
  document: { kind: DocumentKind; number: string; masked: string; tail: string };
  mobile: { number: string; masked: string } | null;
}

export interface CheckedForm {
  people: CheckedPerson[];
  plate: { number: string; matchKey: string } | null;
}

/** Everybody of a form, the applicant first. */
export const peopleOf = ({ applicant, companions }: RequestVisitInput): PersonInput[] => [applicant, ...companions];

/** Where a person of `peopleOf` stands in the form. */
export const pathOf = (index: number): string => (index === 0 ? 'applicant' : `companions.${index - 1}`);

/** Checks everything a visitor typed by the rules the phone applies too. Throws once, with every bad field. */
export function checkForm(input: RequestVisitInput, now: Date): CheckedForm {
  const faults: FieldError[] = [];
  const people = peopleOf(input).map((person, index) => checkPerson(person, pathOf(index), faults, now));
  const plate = input.plate ? checkPlate(input.plate) : null;
  if (plate && !plate.ok) faults.push({ path: 'plate', code: plate.code });
  refuseTheSamePersonTwice(people, faults);
  if (faults.length > 0) throw new DomainError('request.invalid', {}, faults);
  return { people, plate: plate?.ok ? { number: plate.plate, matchKey: plateMatchKey(plate.plate) } : null };
}

/** Before anything is sealed or screened: what is said of one document must not depend on who else is named. */
function refuseTheSamePersonTwice(people: CheckedPerson[], faults: FieldError[]): void {
  const keys = people.map(({ document }) => `${document.kind}|${document.number}`);
  keys.forEach((key, at) => {
    if (people[at]?.document.number && keys.indexOf(key) < at)
      faults.push({ path: `companions.${at - 1}.documentNumber`, code: 'visit.same-person-twice' });
  });
}

function checkPerson(
  input: PersonInput | ApplicantInput,
  path: string,
  faults: FieldError[],
  now: Date,
): CheckedPerson {
  const kind = input.documentKind as DocumentKind;
  const name = checkName(input.name);
  const document = checkIdentityDocument(kind, input.documentNumber, now.getTime());
  const mobile = input.mobile ? checkMobile(input.mobile, kind) : null;
  if (!name.ok) faults.push({ path: `${path}.name`, code: name.code });
  if (!document.ok) faults.push({ path: `${path}.documentNumber`, code: document.code });
  if (mobile && !mobile.ok) faults.push({ path: `${path}.mobile`, code: mobile.code });
  checkGuardian(input, path, document.ok ? document.birth : undefined, faults, now);
  const number = document.ok ? document.number : '';
  return {
    name: name.ok ? name.name : '',
    organisation: 'organisation' in input ? input.organisation.trim() : null,
    document: { kind, number, masked: maskDocumentNumber(number), tail: tailOf(number) },
    mobile: mobile?.ok ? { number: mobile.number, masked: maskMobile(mobile.number) } : null,
  };
}

/** A resident number tells the age; for other documents the form asks. */
function checkGuardian(
  { guardian, under14 }: PersonInput,
  path: string,
  birth: string | undefined,
  faults: FieldError[],
  now: Date,
): void {
  const isChild = birth ? isUnder14(birth, now.getTime()) : under14 === true;
  if (!isChild && !guardian) return;
  if (!guardian?.consent) faults.push({ path: `${path}.guardian`, code: 'visit.guardian-needed' });
  if (!guardian) return;
  const name = checkName(guardian.name);
  const mobile = checkMobile(guardian.mobile, 'OTHER');
  if (!name.ok) faults.push({ path: `${path}.guardian.name`, code: name.code });
  if (!mobile.ok) faults.push({ path: `${path}.guardian.mobile`, code: mobile.code });
}
