/** Sentence by path of the field in the request body, such as `companions.0.documentNumber`. */
export type Problems = Record<string, string>;
export type Step = 'people' | 'visit';

const paths: Record<Step, RegExp> = {
  people: /^(transport|plate|applicant|companions)\b/,
  visit: /^(campusId|unitId|host|period|purpose|reason|remark|documents|noticeVersion|consentIdentity|consentFace)\b/,
};

export const isConsent = (path: string): boolean => /^(noticeVersion|consent)/.test(path);

/** The step on which a field stands. */
export const stepOf = (path: string): Step | undefined =>
  (Object.keys(paths) as Step[]).find((step) => paths[step].test(path));
