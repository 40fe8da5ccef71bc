import { code, checkFields, type CodeText } from './code-text.js';

/** Rules, calendars, closures. */
export const policyCodes = {
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
  'policy.long-term-not-offered': code(422, '这类事由不能申请长期来访。', 'This purpose cannot be long-term.', [
    '请换一个事由，或按次预约。',
    'Choose another purpose, or book each visit by itself.',
  ]),
  'policy.weekdays-wrong': code(
    422,
    '来访日不在可选范围内，或期限里没有这样的日子。',
    'These days cannot be chosen, or none of them lies within the term.',
    checkFields,
  ),
  'policy.weekly-hours-wrong': code(
    422,
    '每天的时段不在允许范围内。',
    'The hours of a day lie outside those allowed.',
    checkFields,
  ),
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
} as const satisfies Record<string, CodeText>;
