import { type BlacklistLevel, type ListPersonInput, type Text } from '@gatehouse/contract';
import { checkIdentityDocument, type DocumentKind } from '@gatehouse/contract/rules/identity-document';
import { checkMobile } from '@gatehouse/contract/rules/mobile-number';
import { checkName } from '@gatehouse/contract/rules/person-name';
import { checkPlate } from '@gatehouse/contract/rules/plate-number';
import { type RuleFault } from '@gatehouse/contract/rules/rule-code';
import { RULE_TEXT } from '@gatehouse/contract/rules/rule-text';

export interface Listing {
  name: string;
  documentKind: DocumentKind;
  documentNumber: string;
  mobile: string;
  plate: string;
  level: BlacklistLevel;
  reason: string;
  /** campus date, empty for no end */
  until: string;
}

export type ListingField = 'name' | 'documentNumber' | 'mobile' | 'plate' | 'keys' | 'reason';
export type ListingFaults = Partial<Record<ListingField, Text>>;

export const emptyListing = (): Listing => ({
  name: '',
  documentKind: 'PRC_ID',
  documentNumber: '',
  mobile: '',
  plate: '',
  level: 'refuse',
  reason: '',
  until: '',
});

const keyNeeded: Text = {
  zh: '证件号、手机号、车牌至少填写一项，否则无法匹配',
  en: 'Give at least a document, a mobile number or a plate to match on',
};
const reasonNeeded: Text = { zh: '请填写列入原因', en: 'Please say why' };

/** What is wrong with a listing, field by field: the server applies the same rules. */
export function checkListing(listing: Listing, now: number): ListingFaults {
  const { name, documentKind, documentNumber, mobile, plate, reason } = listing;
  return withoutGaps({
    name: sentenceOf(checkName(name)),
    documentNumber:
      documentNumber && sentenceOf(checkIdentityDocument(documentKind, documentNumber, now, { acceptLegacy: true })),
    // A stranger's phone may be foreign whatever the document, so the document does not restrict it.
    mobile: mobile && sentenceOf(checkMobile(mobile, 'OTHER')),
    plate: plate && sentenceOf(checkPlate(plate)),
    keys: documentNumber || mobile || plate ? undefined : keyNeeded,
    reason: reason.trim() ? undefined : reasonNeeded,
  });
}

/** The request body: only what was filled in. */
export function toInput({
  name,
  documentKind,
  documentNumber,
  mobile,
  plate,
  level,
  reason,
  until,
}: Listing): ListPersonInput {
  return {
    name: name.trim(),
    ...(documentNumber && { documentKind, documentNumber: documentNumber.trim() }),
    ...(mobile && { mobile: mobile.trim() }),
    ...(plate && { plate: plate.trim() }),
    level,
    reason: reason.trim(),
    ...(until && { until }),
  };
}

function sentenceOf(checked: { ok: true } | RuleFault): Text | undefined {
  return checked.ok ? undefined : RULE_TEXT[checked.code];
}

function withoutGaps(faults: Record<ListingField, Text | '' | undefined>): ListingFaults {
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault));
}
