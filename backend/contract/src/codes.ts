import type { Text } from './common.js';

/** What every error says: its HTTP status, a sentence, and what the person can do next. */
export interface CodeText {
  status: number;
  text: Text;
  next?: Text;
}

const code = (status: number, zh: string, en: string, next?: [zh: string, en: string]): CodeText => ({
  status,
  text: { zh, en },
  ...(next && { next: { zh: next[0], en: next[1] } }),
});

const checkFields: [string, string] = ['请按提示修改后重试。', 'Please correct the marked fields and try again.'];
const signIn: [string, string] = ['请重新登录。', 'Please sign in again.'];

/** Every error code once. Gate refusals are not errors: their reasons live in `pass/reason-text`. */
export const codes = {
  'request.invalid': code(422, '提交的内容有误。', 'Something in the form is not right.', checkFields),
  'request.malformed': code(400, '请求格式不正确。', 'The request is malformed.'),
  'request.not-found': code(404, '没有找到。', 'Not found.'),
  'request.too-many': code(429, '操作太频繁了。', 'Too many requests.', [
    '请稍后再试。',
    'Please wait a little and try again.',
  ]),
  'request.conflict': code(409, '数据刚刚被别人修改了。', 'Somebody else has just changed this.', [
    '请刷新后重试。',
    'Reload and try again.',
  ]),
  'request.too-large': code(413, '内容太大。', 'The request is too large.'),
  'request.wrong-origin': code(403, '请求来源不被允许。', 'Requests from this origin are not allowed.'),
  'server.error': code(500, '系统出了点问题。', 'Something went wrong on our side.', [
    '请稍后重试，内容不会丢失。',
    'Please try again later; nothing is lost.',
  ]),
  'server.not-ready': code(503, '系统正在启动。', 'The system is starting.', [
    '请稍后再试。',
    'Please try again shortly.',
  ]),

  'retention.out-of-bounds': code(
    422,
    '须在 {least} 到 {most} 天之间。',
    'It must be between {least} and {most} days.',
    checkFields,
  ),
  'retention.set-elsewhere': code(422, '这一项不在这里设置。', 'This is not set here.', [
    '请到“规则”页面修改。',
    'Change it on the page “Rules”.',
  ]),
  'hold.subject-unknown': code(404, '没有找到要保全的对象。', 'What should be held was not found.', checkFields),
  'hold.already-standing': code(409, '这个对象已在保全中。', 'This is held already.'),
  'hold.not-found': code(404, '没有这条保全记录。', 'There is no such hold.'),
  'hold.released': code(409, '这条保全已经解除。', 'This hold was released already.'),
  'integration.cannot-be-tested': code(409, '这一项没有可试的连接。', 'This one cannot be tried from here.'),
  'job.not-found': code(404, '没有这个后台任务。', 'There is no such job.'),
  'job.running': code(409, '这个任务正在运行。', 'This job is running.', ['请稍后刷新。', 'Reload in a moment.']),

  'webhook.not-found': code(404, '没有这个推送地址。', 'There is no such webhook.'),
  'webhook.address-wrong': code(
    422,
    '地址不可用：须以 https:// 开头，不含账号密码和 # 后缀。',
    'This address will not do: it must begin with https:// and hold no credentials and no #.',
    checkFields,
  ),
  'webhook.too-many': code(409, '最多可设 {most} 个推送地址。', 'There can be at most {most} webhooks.', [
    '请先删除不用的地址。',
    'Remove one that is not needed.',
  ]),
  'webhook.call-not-stuck': code(409, '这条消息不需要重发。', 'This message does not have to be sent again.', [
    '请刷新列表。',
    'Reload the list.',
  ]),

  'auth.sign-in-needed': code(401, '请先登录。', 'Please sign in first.', signIn),
  'auth.not-permitted': code(403, '您没有这项权限。', 'You are not permitted to do this.', [
    '如需开通，请联系保卫处。',
    'Ask the security office for access.',
  ]),
  'auth.provider-refused': code(401, '统一身份认证没有通过。', 'Sign-in was refused.', signIn),
  'auth.provider-unknown': code(404, '没有这种登录方式。', 'There is no such way to sign in.'),
  'auth.sign-in-lost': code(
    401,
    '这次登录已超时，或者不是在这个浏览器里开始的。',
    'This sign-in took too long, or did not begin in this browser.',
    ['请在同一个浏览器里重新登录。', 'Please sign in again in the same browser.'],
  ),
  'auth.provider-unreachable': code(
    503,
    '暂时连不上统一身份认证。',
    'The university’s sign-in cannot be reached at the moment.',
    ['请过几分钟再试；一直不行，请联系信息中心。', 'Try again in a few minutes; if it stays, tell the IT centre.'],
  ),
  'auth.sign-out-refused': code(
    401,
    '统一身份认证发来的退出消息没有通过核对。',
    'The sign-out message of the university’s sign-in did not pass our checks.',
    ['请在本系统里点“退出登录”，并关闭浏览器。', 'Sign out in this system itself, then close the browser.'],
  ),
  'auth.staff-unknown': code(
    403,
    '身份认证已通过，但通讯录里没有您的工号。',
    'You were recognised, but your staff number is not in the directory.',
    [
      '请联系信息中心核对工号，并告知下面的编号。',
      'Ask the IT centre to check your staff number; tell them the reference below.',
    ],
  ),
  'auth.staff-left': code(
    403,
    '身份认证已通过，但您的账号在通讯录中已停用。',
    'You were recognised, but the directory says you have left.',
    ['如有疑问，请联系所在单位或信息中心。', 'If this is wrong, ask your unit or the IT centre.'],
  ),
  'auth.staff-kind-not-allowed': code(
    403,
    '身份认证已通过，但您的身份类别不能使用本系统的教职工功能。',
    'You were recognised, but people of your kind cannot use the staff side.',
    [
      '来访请使用访客预约；如有疑问，请联系信息中心。',
      'To visit, book as a visitor; if this is wrong, ask the IT centre.',
    ],
  ),
  'auth.staff-number-missing': code(
    403,
    '身份认证已通过，但没有收到您的工号。',
    'You were recognised, but your staff number was not sent along.',
    ['请联系信息中心，并告知下面的编号。', 'Ask the IT centre and tell them the reference below.'],
  ),
  'auth.provider-settings-wrong': code(
    422,
    '登录方式的设置有误。',
    'The settings of this way to sign in are not right.',
    checkFields,
  ),
  'auth.provider-from-environment': code(
    409,
    '这种登录方式由服务器环境变量设置，不能在这里修改。',
    'This way to sign in is set by the server’s environment and cannot be changed here.',
    ['请修改服务器的环境变量。', 'Change the environment of the server.'],
  ),
  'auth.code-wrong': code(401, '验证码不对。', 'The code is wrong.', [
    '请核对最新一条短信，或重新获取验证码。',
    'Check the newest message, or ask for a new code.',
  ]),
  'auth.code-expired': code(
    401,
    '验证码已过期，5 分钟内有效。',
    'The code has expired: it is valid for five minutes.',
    ['请重新获取验证码。', 'Ask for a new code.'],
  ),
  'auth.code-used-up': code(401, '这个验证码输错次数太多，已作废。', 'This code was entered wrongly too often.', [
    '请重新获取验证码。',
    'Ask for a new code.',
  ]),
  'auth.code-too-many': code(429, '验证码请求太频繁。', 'Too many codes were asked for.', [
    '请过一会儿再获取。',
    'Please wait before asking again.',
  ]),
  'auth.fresh-code-needed': code(
    403,
    '为了保护您的信息，需要重新验证手机号。',
    'Please prove your phone number once more.',
    ['请获取新的验证码。', 'Ask for a new code.'],
  ),
  'auth.roles-separated': code(
    409,
    '系统管理员、审计员不能兼任其他角色。',
    'System administrators and auditors hold no other role.',
    ['请为另一项职责使用另一个账号。', 'Use another account for the other duty.'],
  ),
  'role.not-yours-to-give': code(403, '这个角色不由您授予或收回。', 'This role is not yours to give or take.', [
    '系统管理员任命安全管理员和审计员，安全管理员任命保卫处人员。',
    'System administrators appoint security administrators and auditors; security administrators appoint the office.',
  ]),
  'role.not-to-oneself': code(403, '不能给自己授予或收回角色。', 'Nobody gives or takes roles of his own.', [
    '请由另一位管理员办理。',
    'Ask another administrator.',
  ]),
  'role.outside-your-bounds': code(403, '超出了您的管理范围。', 'This lies outside your own bounds.'),
  'role.for-the-whole-university': code(
    422,
    '系统管理员不限校区和单位。',
    'System administrators are for the whole university.',
  ),
  'role.held-already': code(409, '此人已有相同范围的这个角色。', 'This person holds the role there already.'),
  'role.units-of-two-campuses': code(
    409,
    '同一个人不能同时管理两个校区的单位。',
    'One person cannot be bound to units of two campuses.',
    [
      '请改为授予整个校区，或为另一校区指定其他人。',
      'Grant whole campuses, or choose somebody else for the other one.',
    ],
  ),
  'role.unit-elsewhere': code(422, '所选单位不属于该校区。', 'The unit does not belong to that campus.', checkFields),
  'role.last-administrator': code(409, '这是最后一位系统管理员，不能收回。', 'This is the last system administrator.', [
    '请先任命另一位。',
    'Appoint another one first.',
  ]),
  'auth.local-refused': code(
    401,
    '账号、密码或动态码不对，或者账号已锁定。',
    'Account, password or code is wrong, or the account is locked.',
    [
      '连续 5 次错误会锁定 15 分钟；动态码每 30 秒更换，只能用一次。',
      'Five wrong tries lock it for 15 minutes; a code changes every 30 seconds and works once.',
    ],
  ),
  'setup.needed': code(503, '系统尚未完成首次设置。', 'The first set-up is not done yet.', [
    '请由信息中心打开启动时打印的设置链接。',
    'The IT centre opens the set-up link that the start has printed.',
  ]),
  'setup.link-invalid': code(410, '设置链接无效、已用过或已过期。', 'The set-up link is wrong, used or out of date.', [
    '请在服务器上运行 npm run admin:link 取得新链接。',
    'Run npm run admin:link on the server for a new one.',
  ]),
  'setup.password-short': code(422, '密码至少 12 个字符。', 'At least 12 characters.'),
  'setup.password-simple': code(
    422,
    '密码太简单：请混用字母、数字、符号中的三类，或用 16 个以上字符。',
    'Too simple: mix three of upper case, lower case, digits and marks, or use 16 characters or more.',
  ),
  'setup.password-personal': code(
    422,
    '密码中不能有账号或系统名称。',
    'It must not contain the account or the system’s name.',
  ),
  'setup.login-shape': code(
    422,
    '账号用 3–32 个小写字母、数字、点或横线。',
    '3–32 lower-case letters, digits, dots or hyphens.',
  ),
  'setup.login-taken': code(409, '这个账号已存在。', 'This account exists already.'),
  'setup.code-wrong': code(
    422,
    '动态码不对，请核对手机时间后输入当前的 6 位数字。',
    'Not the current code: check the phone’s clock and type the six digits shown now.',
  ),
  'auth.signature-wrong': code(
    401,
    '请求签名不对、已过期或已用过。',
    'The signature is wrong, too old or was used before.',
  ),
  'auth.device-unknown': code(401, '设备未登记或已被停用。', 'This device is not registered or was revoked.', [
    '请联系保卫处重新配对。',
    'Ask the security office to pair it again.',
  ]),
  'auth.pairing-token-invalid': code(401, '配对码无效或已过期。', 'The pairing code is invalid or has expired.', [
    '请在控制台重新生成。',
    'Make a new one in the console.',
  ]),

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

  'policy.too-long': code(422, '来访时间超过了上限。', 'The visit is longer than allowed.', checkFields),
  'policy.too-early': code(422, '预约得太晚了，来不及办理。', 'This begins too soon to be booked.', checkFields),
  'policy.too-far': code(422, '只能预约近期的来访。', 'This is too far ahead.', checkFields),
  'policy.closed-day': code(422, '所选日期不开放预约。', 'The campus takes no visitors on that day.', checkFields),
  'policy.outside-hours': code(422, '不在允许的时段内。', 'Outside the visiting hours.', checkFields),
  'policy.party-too-large': code(422, '同行人数超过了上限。', 'The party is too large.', checkFields),
  'policy.purpose-unknown': code(422, '请选择来访事由。', 'Please choose a purpose.', checkFields),
  'policy.holiday': code(
    422,
    '所选日期是节假日，不开放预约。',
    'The campus takes no visitors on public holidays.',
    checkFields,
  ),
  'policy.weekend': code(
    422,
    '所选日期是休息日，不开放预约。',
    'The campus takes no visitors on days off.',
    checkFields,
  ),
  'policy.rest-hours': code(422, '节假日和周末只在规定时段开放。', 'On days off the campus is open to visitors for fewer hours.', checkFields), // prettier-ignore
  'policy.campus-closed': code(
    422,
    '校区在这段时间临时关闭，暂不接受预约。',
    'The campus is closed in this time and takes no bookings.',
    ['请选择其他时间或其他校区。', 'Please choose another time or campus.'],
  ),
  'policy.quota-full': code(422, '这段时间的名额已满。', 'No places are left for this time.', [
    '请选择其他时间。',
    'Please choose another time.',
  ]),
  'policy.draft-changed': code(409, '别人刚刚修改了这份草案。', 'Somebody else has just changed this draft.', [
    '您的修改还在，请对照后再保存。',
    'Nothing of yours is lost: compare, then keep it again.',
  ]),
  'policy.changed-meanwhile': code(409, '规则在您修改期间发布了新版本。', 'A new version was published meanwhile.', [
    '您的修改还在，请对照新版本后再试。',
    'Nothing of yours is lost: look at the new version, then try again.',
  ]),
  'policy.version-scheduled': code(409, '有一个版本正等待生效。', 'A version is waiting to come into force.', [
    '请等它生效，或先撤回。',
    'Wait until it does, or withdraw it first.',
  ]),
  'policy.version-not-found': code(404, '没有这个版本。', 'There is no such version.'),
  'policy.not-scheduled': code(409, '这个版本已经生效，不能撤回。', 'This version is in force already.', [
    '可以重新发布较早的版本。',
    'An earlier version can be published again.',
  ]),
  'policy.nothing-changed': code(422, '没有改动。', 'Nothing is different.', ['请先修改。', 'Change something first.']),
  'policy.start-past': code(422, '生效时间要晚于现在，最迟一年内。', 'It must start in the future, within a year.', checkFields), // prettier-ignore
  'policy.hours-wrong': code(422, '结束时刻要晚于开始时刻。', 'The hours must end after they begin.', checkFields),
  'calendar.year-wrong': code(422, '年份不对。', 'This is not a year.', checkFields),
  'calendar.day-wrong': code(422, '日期不对，或不在这一年。', 'This is no date of that year.', checkFields),
  'calendar.kind-wrong': code(422, '类别只能是“放假”或“上班”。', 'The kind must be holiday or workday.', checkFields),
  'calendar.day-twice': code(422, '日期重复。', 'This date stands there twice.', checkFields),
  'calendar.day-not-found': code(404, '没有这一天的记录。', 'There is no such day in the calendar.'),
  'closure.not-found': code(404, '没有这条关闭安排。', 'This closure was not found.'),
  'closure.over': code(409, '这次关闭已经结束。', 'This closure is over.'),
  'closure.period-wrong': code(422, '关闭时间不对：结束要晚于开始，并且在将来。', 'A closure must end after it begins, and in the future.', checkFields), // prettier-ignore
  'policy.period-empty': code(422, '结束时间要晚于开始时间。', 'The end must be after the beginning.', checkFields),

  'approval.not-found': code(404, '没有找到这条待办。', 'This approval was not found.'),
  'approval.not-yours': code(403, '这一步不由您处理。', 'This step is not yours to decide.'),
  'approval.already-decided': code(409, '这一步已经处理过了。', 'This step has already been decided.', [
    '请刷新查看结果。',
    'Reload to see the result.',
  ]),
  'approval.opinion-needed': code(422, '不同意时请填写理由。', 'Please give a reason for refusing.', checkFields),
  'approval.field-unknown': code(422, '这一项不能要求补正。', 'A correction of this cannot be asked for.', checkFields),
  'approval.leader-needed': code(
    422,
    '按规定还需要领导审批，请选择领导。',
    'A leader must approve too: please choose one.',
    checkFields,
  ),
  'approval.leader-not-allowed': code(422, '现行规定不需要领导审批。', 'The rules do not provide for a leader step.'),
  'approval.leader-unknown': code(422, '所选领导不在可选名单中。', 'That leader cannot be chosen.', checkFields),

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

  'photo.not-found': code(404, '没有找到这份文件。', 'This file was not found.'),
  'photo.off': code(409, '目前不收人脸照片。', 'Face photos are not taken at present.', [
    '不传照片也能入校。',
    'You can enter without a photo.',
  ]),
  'photo.not-asked-for': code(409, '目前不需要上传材料。', 'No documents are asked for at present.'),
  'photo.wrong-type': code(
    422,
    '不支持这种文件。照片请用 JPEG、PNG 或 WebP，材料还可以用 PDF。',
    'This kind of file is not taken: use JPEG, PNG or WebP; documents may also be PDF.',
  ),
  'photo.too-large': code(
    413,
    '文件太大：照片最大 500 KB，材料最大 5 MB。',
    'Too large: photos up to 500 KB, documents up to 5 MB.',
    ['请换一张，或先压缩。', 'Choose another one, or make it smaller first.'],
  ),
  'photo.unreadable': code(422, '图片打不开，可能已损坏。', 'The picture cannot be read; it may be damaged.', [
    '请换一张。',
    'Choose another one.',
  ]),
  'photo.too-small': code(422, '照片太小，看不清人脸。', 'The photo is too small to show a face.', [
    '请用原图，或重新拍一张。',
    'Use the original, or take a new one.',
  ]),
  'photo.blurred': code(422, '照片模糊。', 'The photo is blurred.', [
    '请擦净镜头，拿稳手机重拍。',
    'Wipe the lens, hold the phone still and take it again.',
  ]),
  'photo.too-dark': code(422, '照片太暗。', 'The photo is too dark.', [
    '请到亮一点的地方，面向光线重拍。',
    'Face the light in a brighter place and take it again.',
  ]),
  'photo.too-bright': code(422, '照片太亮。', 'The photo is too bright.', [
    '请避开强光重拍。',
    'Move out of the glare and take it again.',
  ]),
  'photo.upload-gone': code(
    422,
    '上传的文件已失效，请重新上传。',
    'The upload has lapsed: please upload it again.',
    checkFields,
  ),

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
  'approval.chased-already': code(429, '刚刚已经催办过了。', 'A reminder was sent not long ago.', [
    '两小时后可以再次催办。',
    'You can ask again two hours after the last time.',
  ]),

  'delegation.not-found': code(404, '没有找到这项委托。', 'This delegation was not found.'),
  'delegation.over': code(409, '这项委托已经结束。', 'This delegation is over.'),
  'delegation.to-oneself': code(422, '不能委托给自己。', 'You cannot delegate to yourself.', checkFields),
  'delegation.period-wrong': code(
    422,
    '委托时间不对：结束要晚于开始和现在，最长三个月。',
    'The period is wrong: it must end after it begins, in the future, within three months.',
    checkFields,
  ),
  'delegation.overlaps': code(409, '这段时间您已有另一项委托。', 'You have another delegation in that time.', [
    '请先结束原来的委托。',
    'End the other one first.',
  ]),
  'delegation.delegate-away': code(
    409,
    '对方这段时间也已委托给别人。',
    'That colleague has delegated too in that time.',
    ['请选择另一位同事。', 'Please choose another colleague.'],
  ),
  'delegation.delegate-unknown': code(
    422,
    '只能委托给本单位的在职同事或领导。',
    'Only active colleagues and leaders of your unit can be chosen.',
    checkFields,
  ),

  'approval.needs-own-look': code(409, '这条需要您打开后单独处理。', 'This one needs a look of its own.', [
    '请打开它，看过提示后再决定。',
    'Open it and read its notes before you decide.',
  ]),
  'opinion.not-found': code(404, '没有找到这条常用意见。', 'This opinion was not found.'),
  'opinion.too-many': code(409, '常用意见已经够多了。', 'There are enough common opinions.', [
    '请先删除不用的。',
    'Please delete one you no longer use.',
  ]),

  'standing.not-found': code(404, '没有找到这位被访人。', 'This host was not found.'),
  'standing.not-enabled': code(409, '学校没有启用被访人管理。', 'Holding hosts to account is not switched on.'),
  'standing.already-suspended': code(409, '已经是暂停状态。', 'This host is already suspended.'),
  'standing.not-suspended': code(409, '现在没有暂停。', 'This host is not suspended.'),
  'standing.end-needed': code(422, '请填写今后的一个截止日期。', 'Please give an end in the future.', checkFields),
  'standing.appealed-already': code(409, '这次暂停已经申诉过了。', 'This suspension has been appealed already.', [
    '请等待保卫处答复。',
    'Please wait for the office’s answer.',
  ]),
  'standing.no-appeal': code(409, '没有待答复的申诉。', 'There is no appeal to answer.'),
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

  'passage.not-found': code(404, '没有找到这条通行记录。', 'This passage was not found.'),
  'passage.gate-not-yours': code(403, '这台设备不能用于该校门。', 'This device does not belong to that gate.'),
  'passage.outcome-conflict': code(409, '这次通行已有不同的结果。', 'A different outcome is already stored.'),
  'passage.annulment-too-late': code(
    403,
    '超过 15 分钟，门岗设备不能再撤销。',
    'After 15 minutes a gate device cannot annul this any more.',
    ['请值班长登录后撤销，或联系保卫处。', 'Ask a supervisor to sign in and annul it, or call the security office.'],
  ),
  'passage.not-admitted': code(
    409,
    '这次没有放行，无需撤销。',
    'Nobody was let through here: there is nothing to annul.',
  ),

  'incident.not-found': code(404, '没有找到这个事件。', 'This incident was not found.'),
  'incident.closed': code(409, '这个事件已经结案。', 'This incident is already closed.'),

  'guard.sign-in-needed': code(401, '请门卫先登录。', 'A guard must sign in first.', [
    '请输入工号和 PIN 码。',
    'Enter your number and PIN.',
  ]),
  'guard.not-recognised': code(401, '工号或 PIN 码不正确。', 'The number or the PIN is not right.', [
    '请重新输入；忘记了请联系保卫处重置。',
    'Try again; if you forgot it, ask the security office for a new one.',
  ]),
  'guard.too-many-tries': code(429, '输错的次数太多了。', 'Too many wrong PINs.', [
    '请 15 分钟后再试，或请保卫处重置 PIN 码。',
    'Try again in 15 minutes, or ask the security office for a new PIN.',
  ]),
  'guard.not-supervisor': code(403, '这需要值班长来做。', 'Only a supervisor may do this.', [
    '请值班长登录。',
    'Ask a supervisor to sign in.',
  ]),
  'guard.not-found': code(404, '没有找到这位门卫。', 'This guard was not found.'),
  'guard.not-at-this-gate': code(403, '您不在这个校门值班。', 'You do not work at this gate.', [
    '请换到自己的校门登录，或请保卫处调整值班校门。',
    'Sign in at your own gate, or ask the security office to change your gates.',
  ]),
  'guard.not-active': code(409, '这位门卫已停职或已离岗。', 'This guard is suspended or has left.'),
  'guard.not-suspended': code(409, '这位门卫没有停职。', 'This guard is not suspended.'),
  'guard.number-taken': code(409, '这个工号已被使用。', 'This number is already in use.', checkFields),

  'walk-in.not-found': code(404, '没有找到这次现场登记。', 'This walk-in was not found.'),
  'emergency.not-found': code(404, '没有找到这次应急开门。', 'This emergency opening was not found.'),
  'emergency.same-name': code(422, '两个签名必须是不同的人。', 'The two names must be of two people.', checkFields),
  'emergency.ended': code(409, '这次应急开门已经结束。', 'This emergency opening has already ended.'),
  'emergency.paper-unknown': code(422, '没有发出过这个纸号。', 'This paper number was never handed out.', checkFields),

  'blacklist.not-found': code(404, '没有找到这条记录。', 'This entry was not found.'),
  'blacklist.key-needed': code(
    422,
    '请至少填写证件号、手机号或车牌中的一项。',
    'Give at least a document, a phone number or a plate.',
    checkFields,
  ),
  'blacklist.already-lifted': code(409, '这条记录已经解除。', 'This entry has already been lifted.'),
  'blacklist.warns-only': code(
    422,
    '只有姓名和出生日期时只能选“仅关注”，因为同名同生日的人不止一个。',
    'On name and birth date alone an entry can only watch: more than one person may have both.',
    checkFields,
  ),
  'blacklist.period-order': code(422, '截止日期不能早于开始日期。', 'The end lies before the beginning.', checkFields),
  'blacklist.review-not-ahead': code(422, '复核日期应在今天以后。', 'The next review must lie ahead.', checkFields),
  'blacklist.list-no-header': code(422, '没有找到表头。', 'No header was found.', [
    '请使用模板，表头至少要有“姓名”“级别”“原因”。',
    'Use the template; the header needs at least name, level and reason.',
  ]),
  'blacklist.list-empty': code(422, '表格里没有名单。', 'There is nobody in the sheet.'),
  'blacklist.list-too-long': code(422, '一次最多导入 2000 行。', 'At most 2000 rows at once.', [
    '请分成几个文件导入。',
    'Split the sheet and import the parts one by one.',
  ]),
  'blacklist.level-unknown': code(
    422,
    '级别应为：拒绝入校、须请示、仅关注。',
    'The level is one of: refuse, ask, watch.',
  ),
  'blacklist.campus-unknown': code(422, '没有这个校区。', 'There is no such campus.'),
  'blacklist.document-kind-unknown': code(422, '不认识这种证件类型。', 'This kind of document is not known.'),
  'blacklist.row-twice': code(422, '与前面的一行重复。', 'The same as an earlier row.'),
  'blacklist.already-listed': code(409, '名单上已有相同的记录。', 'The same is listed already.'),
  'blacklist.evidence-kind': code(422, '依据只能是图片或 PDF。', 'Evidence is a picture or a PDF.'),
  'blacklist.evidence-too-much': code(422, '一条记录最多附 10 个文件。', 'At most ten files per entry.'),

  'device.not-found': code(404, '没有找到这台设备。', 'This device was not found.'),
  'device.no-wipe-ordered': code(409, '没有要求清除这台设备。', 'Nobody ordered this device to be wiped.'),
  'device.not-for-this': code(403, '这台设备不能做这件事。', 'This device is not meant for that.', [
    '请换一台设备，或请保卫处更改设备用途。',
    'Use another device, or ask the security office to change what this one is for.',
  ]),
  'device.gate-unknown': code(422, '所选校门不属于该校区。', 'A chosen gate is not on that campus.', checkFields),
  'equipment.not-found': code(404, '没有找到这台设备。', 'This device was not found.'),
  'equipment.serial-taken': code(422, '这个序列号已经登记过。', 'A device with this serial number is already there.', [
    '请核对序列号；更换设备时请先停用原设备。',
    'Check the serial number; when replacing a device, revoke the old one first.',
  ]),
  'equipment.network-needed': code(
    422,
    '请至少填写一个设备来源地址。',
    'Give at least one source address of the device.',
    checkFields,
  ),
  'equipment.network-shape': code(
    422,
    '请填写 IP 地址或网段，例如 10.8.0.0/24。',
    'Write an address or a block, such as 10.8.0.0/24.',
    checkFields,
  ),
  'equipment.login-needed': code(
    422,
    '请填写设备地址、用户名和密码。',
    'Give the address, user name and password of the device.',
    checkFields,
  ),
  'equipment.person-not-found': code(404, '这台设备上没有此人。', 'This person is not on that device.'),
  'sheet.unreadable': code(422, '无法读取这个文件。', 'This file cannot be read.', [
    '请使用模板，保存为 .xlsx 或 CSV（UTF-8 或 GB18030）后重试。',
    'Use the template and save it as .xlsx or CSV (UTF-8 or GB18030).',
  ]),
  'sheet.old-excel': code(422, '这是旧版 Excel 文件（.xls）。', 'This is an old Excel file (.xls).', [
    '请另存为 .xlsx 后重试。',
    'Save it as .xlsx and try again.',
  ]),
  'directory.file-no-header': code(
    422,
    '没有找到表头：需要“工号、姓名、单位”或“单位代码、单位名称、校区”。',
    'No header was found: “Staff number, Name, Unit” or “Unit code, Unit name, Campus” is needed.',
    ['请对照模板检查第一行。', 'Compare the first row with the template.'],
  ),
  'directory.file-too-many-rows': code(422, '文件超过 50,000 行。', 'The file has more than 50,000 rows.', [
    '请分成几个文件导入。',
    'Split it into several files.',
  ]),
  'directory.too-many-leave': code(
    409,
    '这次同步会停用的人员或单位过多，没有执行。',
    'Too many would leave: nothing was done.',
    ['请核对名单后确认人数再执行。', 'Check the list, then confirm the number.'],
  ),
  'directory.source-not-configured': code(409, '没有配置目录服务器。', 'No directory server is configured.', [
    '请按运维文档设置 LDAP。',
    'Set up LDAP as the operations guide says.',
  ]),
  'directory.source-failed': code(502, '无法读取目录服务器。', 'The directory server could not be read.', [
    '请检查地址、账号和证书后重试。',
    'Check address, account and certificate, then try again.',
  ]),
  'directory.sync-not-found': code(404, '没有找到这次同步。', 'This sync was not found.'),
  'directory.member-left': code(409, '此人已离职。', 'This person has left.'),
  'export.reason-needed': code(422, '请填写导出理由。', 'Please say what the export is for.', checkFields),
  'export.not-found': code(404, '没有找到这次导出。', 'This export was not found.'),
  'export.too-many': code(429, '同时进行的导出太多了。', 'Too many exports at once.', [
    '请等一个导出完成，或取消一个。',
    'Wait until one is done, or cancel one.',
  ]),
  'export.not-ready': code(409, '这次导出没有可下载的文件。', 'There is no file of this export.', [
    '请重新导出。',
    'Export it again.',
  ]),
  'export.over': code(409, '这次导出已经结束。', 'This export is over already.'),
  'report.too-long': code(422, '报表最多 400 天。', 'A report covers at most 400 days.', checkFields),
  'delivery.not-found': code(404, '没有找到这条消息。', 'This delivery was not found.'),
} as const satisfies Record<string, CodeText>;

export type ErrorCode = keyof typeof codes;
