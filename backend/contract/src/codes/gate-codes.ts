import { code, checkFields, type CodeText } from './code-text.js';

/** Devices, guards, passages, equipment. */
export const gateCodes = {
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
} as const satisfies Record<string, CodeText>;
