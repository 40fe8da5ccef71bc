/** The notice a visitor reads before anything is collected (PIPL 17). A new text gets a new version. */
export const privacyNotice = {
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
};
