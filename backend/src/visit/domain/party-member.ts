/**
 * A person of the party as the visit keeps it. The document and mobile numbers are sealed under the person's own key
 * (base64) and findable by blind index (hexadecimal); only the masked forms can be read.
 */
export interface PartyMember {
  index: number;
  personKeyId: string;
  name: string;
  organisation: string | null;
  documentKind: string;
  documentMasked: string;
  /** last four characters, for comparison at the gate */
  documentTail: string;
  documentIndex: string;
  documentSealed: string;
  mobileMasked: string | null;
  mobileIndex: string | null;
  mobileSealed: string | null;
}

export const ERASED_NAME = '已删除';

/** What remains of a person: the place in the party and the number of the destroyed key. */
export const erased = ({ index, personKeyId, documentKind }: PartyMember): PartyMember => ({
  index,
  personKeyId,
  name: ERASED_NAME,
  organisation: null,
  documentKind,
  documentMasked: '',
  documentTail: '',
  documentIndex: '',
  documentSealed: '',
  mobileMasked: null,
  mobileIndex: null,
  mobileSealed: null,
});
