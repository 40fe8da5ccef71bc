import { code, checkFields, signIn, type CodeText } from './code-text.js';

/** Signing in, roles, the first administrator. */
export const identityCodes = {
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
} as const satisfies Record<string, CodeText>;
