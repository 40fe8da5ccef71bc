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
  /** campus date, or empty */
  birthDate: string;
  level: BlacklistLevel;
  reason: string;
  evidence: string;
  /** empty for every campus */
  campusId: string;
  /** campus date, empty for at once */
  from: string;
  /** campus date, empty for no end */
  until: string;
  /** campus date, or empty */
  reviewOn: string;
}

export type ListingField = 'name' | 'documentNumber' | 'mobile' | 'plate' | 'keys' | 'level' | 'reason';
export type ListingFaults = Partial<Record<ListingField, Text>>;

export const emptyListing = (): Listing => ({
  name: '',
  documentKind: 'PRC_ID',
  documentNumber: '',
  mobile: '',
  plate: '',
  birthDate: '',
  level: 'refuse',
  reason: '',
  evidence: '',
  campusId: '',
  from: '',
  until: '',
  reviewOn: '',
});

const keyNeeded: Text = {
  zh: '证件号、手机号、车牌、出生日期至少填写一项，否则无法匹配',
  en: 'Give at least a document, a mobile number, a plate or a birth date to match on',
};
const warnsOnly: Text = {
  zh: '只有姓名和出生日期时只能选“仅关注”',
  en: 'On name and birth date alone an entry can only watch',
};
const reasonNeeded: Text = { zh: '请填写列入原因', en: 'Please say why' };

/** What is wrong with a listing, field by field: the server applies the same rules. */
export function checkListing(listing: Listing, now: number): ListingFaults {
  const { name, documentKind, documentNumber, mobile, plate, birthDate, level, reason } = listing;
  const hasKey = Boolean(documentNumber || mobile || plate);
  return withoutGaps({
    name: sentenceOf(checkName(name)),
    documentNumber:
      documentNumber && sentenceOf(checkIdentityDocument(documentKind, documentNumber, now, { acceptLegacy: true })),
    // A stranger's phone may be foreign whatever the document, so the document does not restrict it.
    mobile: mobile && sentenceOf(checkMobile(mobile, 'OTHER')),
    plate: plate && sentenceOf(checkPlate(plate)),
    keys: hasKey || birthDate ? undefined : keyNeeded,
    level: !hasKey && birthDate && level !== 'watch' ? warnsOnly : undefined,
    reason: reason.trim() ? undefined : reasonNeeded,
  });
}

/** The request body: only what was filled in. */
export function toInput(listing: Listing): ListPersonInput {
  const { name, documentKind, documentNumber, mobile, plate, birthDate, level, reason } = listing;
  const { evidence, campusId, from, until, reviewOn } = listing;
  return {
    name: name.trim(),
    ...(documentNumber && { documentKind, documentNumber: documentNumber.trim() }),
    ...(mobile && { mobile: mobile.trim() }),
    ...(plate && { plate: plate.trim() }),
    ...(birthDate && { birthDate }),
    level,
    reason: reason.trim(),
    ...(evidence.trim() && { evidence: evidence.trim() }),
    ...(campusId && { campusId }),
    ...(from && { from }),
    ...(until && { until }),
    ...(reviewOn && { reviewOn }),
  };
}

function sentenceOf(checked: { ok: true } | RuleFault): Text | undefined {
  return checked.ok ? undefined : RULE_TEXT[checked.code];
}

function withoutGaps(faults: Record<ListingField, Text | '' | undefined>): ListingFaults {
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault));
}
