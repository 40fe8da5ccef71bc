import { type ConsentTexts, type NoticeText, type NoticeVersion } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';

interface PrivacyNotice {
  version: string;
  zh: string;
  en: string;
  /** the sentence beside each separate box; the hash of the one that was ticked is kept with the consent */
  consents: ConsentTexts;
}

/** The notice a visitor reads before anything is collected (PIPL 17). A new text gets a new version; old ones stay below. */
export const currentNotice: PrivacyNotice = {
  version: '2026-11-22',
  zh: [
    '本校保卫处为校园安全核验来访人员身份，收集您和同行人的姓名、证件类型及号码、手机号、车牌、来访时间与事由，以及来访事由要求的材料。',
    '证件号码属于敏感个人信息，加密保存，页面只显示首尾字符，只用于核验来访身份，按学校规定的期限保存；通行记录按规定至少保存 180 天。',
    '人脸照片可以不传，不影响预约和入校。上传的照片只供审批人和门卫核对本人，加密保存在本校，不用于自动识别，来访结束 24 小时后删除；来访材料在来访结束 30 天后删除。',
    '未满 14 周岁的来访人，须由监护人同意；监护人的姓名和手机号加密保存，只用于核实这项同意。',
    '您可以随时在“我的来访”中撤回对人脸照片的同意，照片随即删除；也可以向保卫处查询、更正或要求删除您的信息。撤回不影响此前的来访。',
  ].join('\n'),
  en: [
    'The security office collects names, document type and number, mobile number, plate, time and purpose of you and your companions, and the documents a purpose asks for, to verify visitors for the safety of the campus.',
    'Document numbers are sensitive personal data: they are stored encrypted, shown only by their first and last characters, serve only to verify visitors and are kept for the period set by the university; passage records are kept for at least 180 days as the law requires.',
    'A face photo is your choice: you can book and enter without one. Approvers and guards use it to compare; it is stored encrypted at the university, is not used for automatic recognition, and is erased 24 hours after the visit. Documents are erased 30 days after the visit.',
    'For visitors under 14 a guardian must consent; the guardian’s name and phone number are stored encrypted and serve only to verify that consent.',
    'You may withdraw your consent to face photos at any time under “My visits”, and they are erased at once; you may also ask the security office to show, correct or erase your data. Past visits are not affected by a withdrawal.',
  ].join('\n'),
  consents: {
    identity: {
      zh: '我同意将证件号码用于本次来访的身份核验',
      en: 'I consent to the use of document numbers to verify identity for this visit',
    },
    face: {
      zh: '我同意将所上传的人脸照片用于本次来访的审批和校门核对',
      en: 'I consent to the use of the uploaded face photos for approval and comparison at the gate during this visit',
    },
    guardian: {
      zh: '我是监护人，同意收集和使用这名未满 14 周岁来访人的个人信息用于本次来访',
      en: 'I am the guardian and consent to the use of this child’s data for this visit',
    },
  },
};

const earlier: (Omit<PrivacyNotice, 'consents'> & { consents: Partial<ConsentTexts> })[] = [
  {
    version: '2026-11-01',
    zh: [
      '本校保卫处为校园安全核验来访人员身份，收集您和同行人的姓名、证件类型及号码、手机号、车牌、来访时间与事由。',
      '证件号码属于敏感个人信息，加密保存，页面只显示首尾字符。',
      '证件号码只用于核验来访身份，按学校规定的期限保存；通行记录按规定至少保存 180 天。',
      '您可以向保卫处查询、更正、撤回同意或要求删除您的信息；撤回不影响此前的来访。',
    ].join('\n'),
    en: [
      'The security office collects names, document type and number, mobile number, plate, time and purpose of you and your companions to verify visitors for the safety of the campus.',
      'Document numbers are sensitive personal data: they are stored encrypted and shown only by their first and last characters.',
      'Document numbers serve only to verify visitors and are kept for the period set by the university; passage records are kept for at least 180 days as the law requires.',
      'You may ask the security office at any time to show, correct or erase your data, or withdraw your consent; past visits are not affected by a withdrawal.',
    ].join('\n'),
    consents: {
      identity: {
        zh: '我同意将证件号码用于本次来访的身份核验',
        en: 'I agree that document numbers are used to verify identity for this visit',
      },
    },
  },
];

/** Newest first. */
export const noticeVersions = (): NoticeVersion[] =>
  [currentNotice, ...earlier].map(({ version }, at) => ({ version, isCurrent: at === 0 }));

/** Throws `notice.not-found`. */
export function noticeWithVersion(version: string): NoticeText {
  const notice = [currentNotice, ...earlier].find((known) => known.version === version);
  if (!notice) throw new DomainError('notice.not-found');
  return { ...notice, isCurrent: notice === currentNotice };
}
