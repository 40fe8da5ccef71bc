import { code, checkFields, type CodeText } from './code-text.js';

/** Invitations and their lists. */
export const invitationCodes = {
  'invitation.not-found': code(404, '没有找到这份邀请。', 'This invitation was not found.'),
  'invitation.not-valid': code(404, '这个邀请链接现在不能使用。', 'This invitation link cannot be used.', [
    '请向邀请您的人要一个新链接，或直接预约。',
    'Ask your host for a new link, or apply without one.',
  ]),
  'invitation.other-phone': code(
    422,
    '这份邀请是发给另一个手机号的。',
    'This invitation was made for another phone number.',
    checkFields,
  ),
  'invitation.too-many-people': code(
    422,
    '人数超过了这份邀请剩余的名额。',
    'More people than this invitation still has room for.',
    checkFields,
  ),
  'invitation.people-range': code(422, '人数应在 1 到 200 之间。', 'Between 1 and 200 people.', checkFields),
  'invitation.pre-approval-off': code(
    422,
    '现行规定不允许预先同意。',
    'The rules do not let hosts agree beforehand.',
    checkFields,
  ),
  'invitation.phone-for-one': code(
    422,
    '只有个人邀请可以绑定手机号。',
    'Only a personal invitation can be bound to a phone.',
    checkFields,
  ),
  'invitation.expiry-range': code(
    422,
    '有效期应在现在之后、90 天以内。',
    'The link must expire later than now and within 90 days.',
    checkFields,
  ),
  'invitation.list-no-header': code(
    422,
    '没有找到表头：需要“姓名、手机号、开始、结束”。',
    'No header was found: “Name, Mobile, From, Until” is needed.',
    ['请对照模板检查第一行。', 'Compare the first row with the template.'],
  ),
  'invitation.list-empty': code(422, '名单里没有人。', 'Nobody is on the list.', [
    '请在表头下面每行填写一位来宾。',
    'Write one guest per row below the header.',
  ]),
  'invitation.list-too-long': code(422, '名单超过 200 行。', 'The list has more than 200 rows.', [
    '请分成几个文件导入。',
    'Split it into several files.',
  ]),
  'invitation.time-shape': code(
    422,
    '请写成“2026-11-25 09:00”这样的日期和时间。',
    'Write date and time like 2026-11-25 09:00.',
    checkFields,
  ),
  'invitation.row-duplicate': code(
    422,
    '与前面的行是同一手机号，且时间重叠。',
    'An earlier row has the same phone at an overlapping time.',
    checkFields,
  ),
  'invitation.already-invited': code(
    422,
    '您已向这个手机号发出时间重叠的邀请。',
    'You have already invited this phone at an overlapping time.',
    checkFields,
  ),
  'invitation.day-limit': code(422, '超过了每天 100 份邀请的上限。', 'This is more than 100 invitations a day.', [
    '请明天再导入这些行。',
    'Import these rows tomorrow.',
  ]),
} as const satisfies Record<string, CodeText>;
