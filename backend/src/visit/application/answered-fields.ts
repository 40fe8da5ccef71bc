import { type CorrectableField, type CorrectVisitInput, type PersonChange } from '@gatehouse/contract';

/** The fields a correction gives new values for, named as the approver names them. */
export function answeredFields({
  applicant,
  companions,
  plate,
  period,
  reason,
}: CorrectVisitInput): CorrectableField[] {
  return [
    ...(applicant ? ofPerson('applicant', applicant) : []),
    ...(companions ?? []).flatMap((companion) => ofPerson(`companions.${companion.index}`, companion)),
    ...(plate === undefined ? [] : ['plate']),
    ...(period === undefined ? [] : ['period']),
    ...(reason === undefined ? [] : ['reason']),
  ];
}

function ofPerson(path: string, person: PersonChange & { organisation?: string }): CorrectableField[] {
  const has = {
    name: person.name !== undefined,
    document: person.documentNumber !== undefined || person.documentKind !== undefined,
    mobile: person.mobile !== undefined,
    organisation: person.organisation !== undefined,
  };
  return Object.entries(has).flatMap(([field, isGiven]) => (isGiven ? [`${path}.${field}`] : []));
}
