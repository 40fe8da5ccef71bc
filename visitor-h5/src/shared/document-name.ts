import { type Text } from '@gatehouse/contract/common';
import { type DocumentKind } from '@gatehouse/contract/rules/identity-document';

/** Document kinds as staff read them, the common ones first. */
export const documentNames: Record<Exclude<DocumentKind, 'PRC_ID15'>, Text> = {
  PRC_ID: { zh: '居民身份证', en: 'Resident identity card' },
  HKMO_PERMIT: { zh: '港澳居民来往内地通行证', en: 'HK/Macao travel permit' },
  TW_PERMIT: { zh: '台湾居民来往大陆通行证', en: 'Taiwan travel permit' },
  HKMOTW_RESIDENCE: { zh: '港澳台居民居住证', en: 'HK/Macao/Taiwan residence permit' },
  FOREIGN_PR: { zh: '外国人永久居留身份证', en: 'Permanent residence card' },
  FOREIGN_PR_OLD: { zh: '外国人永久居留证（旧版）', en: 'Permanent residence card (old)' },
  PASSPORT: { zh: '护照', en: 'Passport' },
  OTHER: { zh: '其他证件', en: 'Other document' },
};

export const documentName = (kind: string): Text =>
  (documentNames as Partial<Record<string, Text>>)[kind] ?? documentNames.OTHER;
