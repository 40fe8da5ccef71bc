import { code, checkFields, type CodeText } from './code-text.js';

/** Applications, invitations, photos, passes and own data. */
export const visitCodes = {
  'visit.not-found': code(404, '没有找到这份申请。', 'This application was not found.', [
    '请核对链接；换过手机号的，请用新号码重新登录“我的来访”。',
    'Check the link. If the mobile number was corrected, sign in to “My visits” with the new one.',
  ]),
  'visit.wrong-status': code(
    409,
    '这份申请现在不能这样处理。',
    'The application is no longer in a state that allows this.',
    ['请刷新查看最新进度。', 'Reload to see where it stands.'],
  ),
  'visit.period-over': code(409, '来访时间已经过了。', 'The visiting period is over.', [
    '请重新申请。',
    'Please apply again.',
  ]),
  'visit.host-not-matched': code(422, '没有找到这位被访人。', 'The host was not found.', [
    '请核对姓名、手机号和单位。',
    'Check name, phone number and unit.',
  ]),
  'visit.person-erased': code(410, '这个人的资料已经删除，无法查看。', 'This person’s data were erased.'),
  'visit.number-ended': code(
    410,
    '保存期已过，完整号码已删除，只留后四位。',
    'Its time is over: the full number was deleted, the last four remain.',
  ),
  'visit.being-checked': code(
    409,
    '保卫处核验中，暂时不能同意。',
    'The security office is still checking this visit.',
    ['请联系保卫处；如不接待，可以直接不同意。', 'Please ask the security office; you can refuse at any time.'],
  ),
  'visit.same-person-twice': code(
    422,
    '同一证件在名单中出现了两次。',
    'The same document appears twice in the party.',
    checkFields,
  ),
  'visit.already-booked': code(
    409,
    '您已有同一时段、同一被访人的申请。',
    'You have already applied for this host and period.',
    ['请在“我的申请”中查看。', 'See it under “My visits”.'],
  ),
  'visit.somebody-inside': code(409, '有人还在校内，暂时不能这样处理。', 'Somebody of the party is still on campus.', [
    '请先离校，在校门刷码出校后再试。',
    'Please leave through a gate first, then try again.',
  ]),
  'visit.change-too-late': code(409, '离来访开始太近，不能再修改。', 'It is too late to change this visit.', [
    '请联系被访人，或取消后重新申请。',
    'Contact your host, or cancel and apply again.',
  ]),
  'visit.no-correction-asked': code(409, '这份申请现在不需要补正。', 'No correction is asked for.', [
    '请刷新查看最新进度。',
    'Reload to see where it stands.',
  ]),
  'visit.not-long-term': code(409, '这不是长期来访。', 'This is no long-term visit.'),
  'visit.long-term-daily': code(
    409,
    '长期来访按天计时，不能单独延长当天。',
    'A long-term visit ends each day with its hours.',
    ['请登记实际离校；需要更久请续期。', 'Note that the visitor left; to come longer, renew it.'],
  ),
  'visit.field-not-asked': code(422, '这一项没有要求补正。', 'No correction of this was asked for.'),
  'visit.extension-open': code(409, '已有一次延时申请在等待审批。', 'Another extension is waiting for a decision.', [
    '请等待被访人答复。',
    'Please wait for the answer.',
  ]),
  'visit.extension-not-longer': code(
    422,
    '新的结束时间要晚于现在的结束时间。',
    'The new end must be later.',
    checkFields,
  ),
  'visit.period-not-shorter': code(
    422,
    '批准的时间只能在申请的时间之内。',
    'The time must lie within what was asked for.',
    checkFields,
  ),
  'visit.end-not-ahead': code(422, '新的结束时间要晚于现在。', 'The new end must lie ahead.', checkFields),
  'visit.just-asked': code(409, '刚刚已经问过被访人。', 'The host was asked a moment ago.', [
    '请等几分钟，或直接打电话。',
    'Wait a few minutes, or call.',
  ]),
  'visit.nobody-inside': code(409, '名单中没有人在校内。', 'Nobody of the party is on campus.', [
    '请刷新查看最新状态。',
    'Reload to see the latest state.',
  ]),
  'visit.consent-needed': code(
    422,
    '需要您同意后才能提交。',
    'Your consent is needed before this can be submitted.',
    checkFields,
  ),
  'visit.notice-outdated': code(409, '告知书已更新。', 'The notice has been updated.', [
    '请重新阅读后提交。',
    'Please read it again and submit.',
  ]),
  'visit.kept-person-unknown': code(422, '没有找到这个人以前的信息。', 'Nothing is known of this person from before.', [
    '请重新填写姓名和证件。',
    'Please enter name and document again.',
  ]),
  'notice.not-found': code(404, '没有这个版本的告知书。', 'There is no such version of the notice.'),
  'visit.face-consent-needed': code(
    422,
    '上传了照片，需要单独同意；也可以移除照片，不影响预约。',
    'A photo needs your separate consent. You can also remove it and book without.',
    checkFields,
  ),
  'visit.guardian-needed': code(
    422,
    '未满 14 周岁，需要监护人的姓名、手机号和同意。',
    'Under 14: a guardian’s name, phone number and consent are needed.',
    checkFields,
  ),
  'visit.document-needed': code(422, '请上传这份材料。', 'Please upload this document.', checkFields),
  'erasure.visit-open': code(
    409,
    '您还有未结束的来访，暂时不能删除。',
    'A visit of yours is still open, so nothing can be erased yet.',
    ['请先取消，或等来访结束后再删除。', 'Cancel it, or come back when it is over.'],
  ),
  'erasure.somebody-inside': code(409, '还有人没有离校，暂时不能删除。', 'Somebody of your party has not left yet.', [
    '离校登记后再删除；如已离校，请联系保卫处更正。',
    'Come back after leaving; if everybody has left, ask the security office to correct it.',
  ]),
  'visit.host-unavailable': code(409, '暂时无法预约这位被访人。', 'This host cannot be booked at the moment.', [
    '请联系被访单位，或选择其他被访人。',
    'Please contact the unit, or choose another host.',
  ]),
  'pass.not-found': code(404, '没有找到这张访客码。', 'This pass was not found.', [
    '请从“我的来访”打开访客码。',
    'Open the pass from “My visits”.',
  ]),
  'pass.not-active': code(409, '这张访客码已失效。', 'This pass is no longer valid.'),
  'pass.on-another-phone': code(409, '这张访客码在另一部手机上。', 'This pass is on another phone.', [
    '要移到这部手机吗？',
    'Move it to this phone?',
  ]),
  'pass.link-over': code(404, '这个链接已失效。', 'This link no longer works.', [
    '请让申请人重新发一次。',
    'Ask the applicant to send it again.',
  ]),
  'pass.not-your-phone': code(403, '这张访客码不属于这个手机号。', 'This pass belongs to another phone number.', [
    '请用预约时登记的手机号，或让申请人收回后重新发送。',
    'Use the number given at booking, or ask the applicant to take it back and send it anew.',
  ]),
  'pass.is-applicants': code(409, '申请人自己的访客码不需要转发。', 'The applicant’s own pass need not be sent on.'),
  'pass.key-invalid': code(422, '手机密钥格式不正确。', 'The phone key is malformed.'),
  'pass.too-many-phones': code(409, '这张访客码换手机的次数太多了。', 'This pass has moved between phones too often.', [
    '请到门卫处凭证件入校。',
    'Show your document at the gate instead.',
  ]),
} as const satisfies Record<string, CodeText>;
