import type { Text } from '../common.js';
import type { ConfirmCause } from './decision.js';
import type { Reason } from './reason.js';

/** What a reason says to whom, in both languages. */
export interface ReasonText {
  /** Read at three metres: at most 8 Chinese characters. */
  readonly headline: Text;
  readonly guard: Text;
  /** Never tells of a blacklist: refusals by policy share one sentence. */
  readonly visitor: Text;
  /** What the guard does next. */
  readonly next: Text;
}

type Pair = readonly [zh: string, en: string];

const text = ([zh, en]: Pair): Text => ({ zh, en });
const says = (headline: Pair, guard: Pair, visitor: Pair, next: Pair): ReasonText => ({
  headline: text(headline),
  guard: text(guard),
  visitor: text(visitor),
  next: text(next),
});

const notNow: Pair = [
  '本次来访目前不能入校，请联系被访人或保卫处。',
  'This visit cannot enter at present. Please contact your host or the security office.',
];

/** The sentences of every reason. The visitor gets `visitor` only, never the reason code itself. */
export const REASON_TEXT: Readonly<Record<Reason, ReasonText>> = {
  OK: says(
    ['请通行', 'Go ahead'],
    ['访客码有效。', 'The pass is valid.'],
    ['请通行，欢迎。', 'Please go ahead. Welcome.'],
    ['确认通过后点“放行”。', 'Press "Admit" once the person has passed.'],
  ),
  UNKNOWN: says(
    ['查无此码', 'Not found'],
    ['本机查不到这个访客码。', 'This device does not know this pass.'],
    ['没有查到您的访客码，请打开访客码页面再试。', 'Your pass was not found. Please open the pass page and try again.'],
    ['请访客出示“长码”，或按证件、通行号查询。', 'Ask for the long code, or search by document or pass number.'],
  ),
  BAD_SIGNATURE: says(
    ['码无效', 'Code not genuine'],
    ['二维码损坏或不是本系统签发的。', 'The code is damaged or was not issued by this system.'],
    [
      '二维码无法识别，请打开访客码页面重新出示。',
      'The code cannot be read. Please open the pass page and show it again.',
    ],
    [
      '请重扫一次；仍无效，核对证件并报保卫处。',
      'Scan again; if it fails, check the document and call the security office.',
    ],
  ),
  STALE_WINDOW: says(
    ['码已过时', 'Code out of date'],
    ['这是截图，或已经用过的码。', 'This is a screenshot or a code already used.'],
    [
      '二维码已过时，请出示页面上正在刷新的码。',
      'This code is out of date. Please show the live code on the pass page.',
    ],
    [
      '等码刷新后再扫；手机时间不准时请联网刷新。',
      'Scan again after it changes; if the phone clock is wrong, reload online.',
    ],
  ),
  REVOKED: says(
    ['码已作废', 'Pass revoked'],
    ['这个访客码已作废，或已换到另一部手机。', 'This pass was revoked or moved to another phone.'],
    [
      '此访客码已作废，请打开最新的访客码或联系被访人。',
      'This pass is no longer valid. Open the latest one or contact your host.',
    ],
    ['请出示最新的码，或按证件查询。', 'Ask for the latest code, or search by document.'],
  ),
  CANCELLED: says(
    ['来访已取消', 'Visit cancelled'],
    ['这次来访已经取消。', 'This visit has been cancelled.'],
    ['本次来访已取消，如需入校请重新预约。', 'This visit has been cancelled. Please book again to enter.'],
    ['请访客联系被访人，或现场登记。', 'Ask the visitor to contact the host, or register on the spot.'],
  ),
  NOT_APPROVED: says(
    ['未获批准', 'Not approved'],
    ['这次来访还没有批准。', 'This visit has not been approved.'],
    notNow,
    ['请访客联系被访人审批。', 'Ask the visitor to contact the host for approval.'],
  ),
  TOO_EARLY: says(
    ['未到时间', 'Too early'],
    ['还没到预约的入校时间。', 'The booked time has not begun.'],
    ['还没到预约时间，请稍后再来。', 'Your booked time has not begun. Please come back later.'],
    ['请在预约时间再扫；要提前，请被访人改时间。', 'Scan again at the booked time, or ask the host to change it.'],
  ),
  TOO_LATE: says(
    ['已过时间', 'Time over'],
    ['预约的时间已经结束。', 'The booked time is over.'],
    [
      '预约时间已过，请联系被访人延长或重新预约。',
      'Your booked time is over. Ask your host to extend it, or book again.',
    ],
    ['请访客申请延长，或现场登记。', 'Ask the visitor to extend, or register on the spot.'],
  ),
  OUTSIDE_DAYS: says(
    ['今天不是来访日', 'Not on this day'],
    ['这是长期访客码，今天不在约定的来访日。', 'A long-term pass; today is none of its days.'],
    ['今天不是您的来访日，请在约定的日子再来。', 'Today is none of your days. Please come on one of them.'],
    ['告知下次可入校的时间；急事请联系被访人。', 'Tell the visitor when it opens next; if urgent, call the host.'],
  ),
  OUTSIDE_HOURS: says(
    ['不在开放时段', 'Outside hours'],
    ['现在不在每天允许入校的时段。', 'Entry is not open at this hour of the day.'],
    ['现在不在入校时段，请在开放时段再来。', 'Entry is closed at this hour. Please come back during opening hours.'],
    ['告知开放时段；急事请联系被访人。', 'Tell the visitor the hours; if urgent, call the host.'],
  ),
  WRONG_CAMPUS: says(
    ['不是本校区', 'Other campus'],
    ['这个码预约的是另一个校区。', 'This pass is for another campus.'],
    ['您预约的是另一个校区，请前往预约的校区。', 'You booked another campus. Please go there.'],
    ['告知正确的校区。', 'Tell the visitor the right campus.'],
  ),
  WRONG_GATE: says(
    ['请走别的门', 'Other gate'],
    ['这个码不能从本门入校。', 'This pass cannot enter by this gate.'],
    ['请从访客码上写明的校门入校。', 'Please use the gate named on your pass.'],
    ['告知正确的校门和走法。', 'Tell the visitor the right gate and the way.'],
  ),
  ALREADY_INSIDE: says(
    ['码已被使用', 'Already in use'],
    ['持码人已在校内，或另一个门正在核验。', 'The holder is already inside, or another gate is checking this pass.'],
    ['此访客码已登记入校，请向门卫说明情况。', 'This pass is already recorded as inside. Please talk to the guard.'],
    ['核对证件，看是否一码多用或上次漏登出校。', 'Check the document: shared code, or an exit not recorded?'],
  ),
  NOT_INSIDE: says(
    ['没有入校记录', 'No entry recorded'],
    ['系统没有此人在校内的记录。', 'The person is not recorded as inside.'],
    ['没有您的入校记录，请向门卫说明情况。', 'There is no record of your entry. Please talk to the guard.'],
    ['核对证件，补登入校后放行。', 'Check the document, record the missed entry, then let out.'],
  ),
  ENTRIES_USED_UP: says(
    ['次数已用完', 'No entries left'],
    ['允许的入校次数已经用完。', 'All permitted entries have been used.'],
    ['入校次数已用完，请联系被访人或重新预约。', 'All your entries are used. Please contact your host or book again.'],
    ['请访客联系被访人，或现场登记。', 'Ask the visitor to contact the host, or register on the spot.'],
  ),
  BLACKLISTED: says(
    ['禁止入校', 'Do not admit'],
    ['名单限制，请勿放行，不要向本人说明原因。', 'Restricted by a list. Do not admit, and do not tell the person why.'],
    notNow,
    ['请立即联系保卫处，按其指示处理。', 'Call the security office now and do as they say.'],
  ),
  HOST_SUSPENDED: says(
    ['接待权限暂停', 'Host suspended'],
    ['被访人目前不能接待来访。', 'The host may not receive visitors at present.'],
    notNow,
    ['请联系保卫处。', 'Call the security office.'],
  ),
  CAMPUS_CLOSED: says(
    ['校区暂停开放', 'Campus closed'],
    ['校区目前不接待来访。', 'The campus is closed to visitors at present.'],
    ['校区目前不接待来访，请关注学校通知。', 'The campus is closed to visitors at present. Please see the notices.'],
    ['告知访客；急事请联系保卫处。', 'Tell the visitor; if urgent, call the security office.'],
  ),
  GATE_CLOSED: says(
    ['本门暂停开放', 'Gate closed'],
    ['本门目前不放行访客，其他校门照常。', 'This gate takes no visitors at present; the others do.'],
    ['本门目前不放行访客，请走其他校门。', 'This gate is closed at present. Please use another gate.'],
    ['告知访客走其他校门。', 'Tell the visitor to use another gate.'],
  ),
  PLATE_MISMATCH: says(
    ['车牌不符', 'Plate differs'],
    ['车牌与预约的不一致。', 'The plate is not the booked one.'],
    ['车牌与预约的不一致，请联系被访人更改。', 'The plate is not the one you booked. Ask your host to change it.'],
    ['核对车牌；人可步行入校。', 'Check the plate; the person may walk in.'],
  ),
  COMPANION_MISSING: says(
    ['同行人未到齐', 'Party incomplete'],
    ['这批访客须一起入校，还有人没到。', 'This party must enter together and somebody is missing.'],
    ['请等同行人到齐后一起入校。', 'Please wait and enter together with your party.'],
    ['等人到齐后再扫。', 'Scan again when everybody is here.'],
  ),
  CONFIRM_ID: says(
    ['请核对证件', 'Check document'],
    ['请核对证件或照片，是本人再放行。', 'Compare the document or photo; admit only the same person.'],
    ['请出示证件供门卫核对。', 'Please show your document to the guard.'],
    ['相符点“放行”，不符点“拒绝”。', 'Press "Admit" if it matches, "Refuse" if not.'],
  ),
  BUNDLE_TOO_OLD: says(
    ['离线数据过期', 'Offline data too old'],
    ['本机离线太久，不能判断。', 'This device has been offline too long to judge.'],
    ['请稍候，门卫正在核实。', 'Please wait while the guard checks.'],
    ['请联网更新，或用另一台设备。', 'Go online to update, or use another device.'],
  ),
  DEVICE_REVOKED: says(
    ['本机已停用', 'Device revoked'],
    ['这台设备已被停用。', 'This device has been revoked.'],
    ['请稍候，门卫正在核实。', 'Please wait while the guard checks.'],
    ['请换一台设备，并联系保卫处。', 'Use another device and call the security office.'],
  ),
  ERROR: says(
    ['系统出错', 'System error'],
    ['系统没能作出判断。', 'The system could not decide.'],
    ['请稍候，门卫正在核实。', 'Please wait while the guard checks.'],
    ['请再扫一次；仍出错，按纸质流程登记。', 'Scan again; if it fails, register on paper.'],
  ),
};

/** Why the document is to be compared, one short line each, for the guard. */
export const CONFIRM_CAUSE_TEXT: Readonly<Record<ConfirmCause, Text>> = {
  'long-code': text(['长码不含姓名和照片', 'The long code carries no name or photo']),
  bearer: text(['纸质码，认证件不认码', 'Printed pass: trust the document, not the code']),
  credential: text(['不是扫码，须核对本人', 'No code was scanned: check the person']),
  presumed: text(['离线，是否在校只能推定', 'Offline: whether the person is inside is presumed']),
  'not-screened': text(['离线，未能核查名单', 'Offline: the lists could not be checked']),
  companions: text(['请清点同行人', 'Count the companions']),
  plate: text(['离校车牌与预约不符', 'The plate leaving is not the booked one']),
  'other-campus': text(['此人是从另一校区入校的', 'The pass is for another campus']),
  'replaced-code': text(['此码已换到另一部手机', 'The pass has moved to another phone']),
  'old-bundle': text(['离线数据过期', 'The offline data is too old']),
};
