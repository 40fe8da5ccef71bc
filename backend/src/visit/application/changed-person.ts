import { type PersonChange } from '@gatehouse/contract';
import {
  checkIdentityDocument,
  type DocumentKind,
  maskDocumentNumber,
  tailOf,
} from '@gatehouse/contract/rules/identity-document';
import { checkMobile, maskMobile } from '@gatehouse/contract/rules/mobile-number';
import { checkName } from '@gatehouse/contract/rules/person-name';
import { type FieldError } from '../../kernel/domain-error.js';
import { type PartyMember } from '../domain/party-member.js';
import { type CheckedPerson } from './visitor-form.js';

/** What is new of a person already in the party; what is absent stays sealed as it is. */
export interface CheckedChange {
  name?: string;
  organisation?: string;
  document?: CheckedPerson['document'];
  mobile?: CheckedPerson['mobile'];
}

type Input = PersonChange & { organisation?: string };

/** Checks what is given by the rules of the application form; faults go to the list. */
export function checkChange(
  held: Pick<PartyMember, 'documentKind'>,
  input: Input,
  path: string,
  faults: FieldError[],
  now: Date,
): CheckedChange {
  const kind = (input.documentKind ?? held.documentKind) as DocumentKind;
  const changed: CheckedChange = {};
  if (input.name !== undefined) {
    const name = checkName(input.name);
    if (name.ok) changed.name = name.name;
    else faults.push({ path: `${path}.name`, code: name.code });
  }
  if (input.organisation !== undefined) changed.organisation = input.organisation.trim();
  if (input.documentNumber !== undefined || (input.documentKind && input.documentKind !== held.documentKind)) {
    const document = checkIdentityDocument(kind, input.documentNumber ?? '', now.getTime());
    if (document.ok)
      changed.document = {
        kind,
        number: document.number,
        masked: maskDocumentNumber(document.number),
        tail: tailOf(document.number),
      };
    else faults.push({ path: `${path}.documentNumber`, code: document.code });
  }
  if (input.mobile !== undefined) {
    const mobile = checkMobile(input.mobile, kind);
    if (mobile.ok) changed.mobile = { number: mobile.number, masked: maskMobile(mobile.number) };
    else faults.push({ path: `${path}.mobile`, code: mobile.code });
  }
  return changed;
}

/** Somebody new has everything a person of the form has. */
export function checkNewcomer(input: Input, path: string, faults: FieldError[], now: Date): CheckedPerson {
  const missing = (['name', 'documentKind', 'documentNumber'] as const).filter((field) => !input[field]);
  faults.push(...missing.map((field) => ({ path: `${path}.${field}`, code: 'field.needed' })));
  const { name, document, mobile } =
    missing.length > 0 ? {} : checkChange({ documentKind: '' }, input, path, faults, now);
  return {
    name: name ?? '',
    organisation: null,
    document: document ?? { kind: 'OTHER', number: '', masked: '', tail: '' },
    mobile: mobile ?? null,
  };
}
