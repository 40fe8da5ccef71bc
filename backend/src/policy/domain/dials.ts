import {
  type Dial,
  DIAL_KEYS,
  type DialChange,
  type DialKey,
  type DialKind,
  type DialValue,
  type PolicySettings,
} from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { minutesOf } from '../../kernel/campus-time.js';
import { calendarTerms } from './calendar-terms.js';
import { approvalTerms, closeAfterHours, standingTerms } from './approval-terms.js';
import { areQuotas, areRouteRules, areWeekdays } from './listed-rules.js';
import { longTermTerms } from './long-term.js';

interface Shape {
  kind: DialKind;
  least?: number;
  most?: number;
  choices?: string[];
}

const shape = (kind: DialKind): Shape => ({ kind });
const range = (least: number, most: number, kind: DialKind = 'number'): Shape => ({ kind, least, most });
const choice = (...choices: string[]): Shape => ({ kind: 'choice', choices });

/** Numbers have bounds beyond which a setting is surely a slip. */
const shapes: Record<DialKey, Shape> = {
  'period.mode': choice('span', 'daily'),
  'period.maxDays': range(1, 180),
  'period.maxAheadDays': range(1, 365),
  'period.leadMinutes': range(0, 10_080),
  'period.graceMinutes': range(0, 240),
  'period.dailyFrom': shape('time'),
  'period.dailyUntil': shape('time'),
  'longTerm.purposes': shape('purposes'),
  'longTerm.maxDays': range(7, 366),
  'longTerm.weekdays': shape('weekdays'),
  'longTerm.dailyFrom': shape('time'),
  'longTerm.dailyUntil': shape('time'),
  'longTerm.leader': choice('never', 'host-may-add', 'always'),
  'calendar.closedOnHolidays': shape('switch'),
  'calendar.closedOnWeekends': shape('switch'),
  'calendar.restFrom': shape('time'),
  'calendar.restUntil': shape('time'),
  'party.maxCompanions': range(0, 50),
  'approval.leader': choice('never', 'host-may-add', 'always'),
  'approval.leaderFromPartySize': range(0, 51),
  'approval.rules': shape('rules'),
  'invitation.preApproved': shape('switch'),
  changeUntilMinutes: range(0, 10_080),
  quotas: shape('quotas'),
  'face.enabled': shape('switch'),
  'face.keepHours': range(0, 168),
  'documents.keepDays': range(0, 180),
  'standing.enabled': shape('switch'),
  'standing.atGate': shape('switch'),
  'standing.monthlyQuota': range(1, 1_000, 'limit'),
  'presence.closeAfterHours': range(6, 720),
};

type Sections = Record<string, unknown>;

/** The settings with every section written out, also those that older versions did not have. */
const writtenOut = (settings: PolicySettings): Sections => ({
  ...settings,
  approval: { ...settings.approval, rules: approvalTerms(settings).rules },
  standing: standingTerms(settings),
  presence: { closeAfterHours: closeAfterHours(settings) },
  longTerm: longTermTerms(settings),
  calendar: calendarTerms(settings),
  quotas: settings.quotas ?? [],
});

const placeOf = (key: DialKey): [section: string, name: string | null] => {
  const [section = '', name = null] = key.split('.');
  return [section, name];
};

function valueOf(sections: Sections, key: DialKey): DialValue {
  const [section, name] = placeOf(key);
  const whole = sections[section];
  return (name === null ? whole : (whole as Sections)[name]) as DialValue;
}

/** Where every dial stands. */
export function dialsOf(settings: PolicySettings): Dial[] {
  const sections = writtenOut(settings);
  const purposes = settings.purposes.map(({ key }) => key);
  return DIAL_KEYS.map((key) => ({
    key,
    value: valueOf(sections, key),
    ...shapes[key],
    ...(shapes[key].kind === 'purposes' && { choices: purposes }),
  }));
}

/** The settings with some dials turned; what was given stays as it was. Throws, naming the dials that cannot stand so. */
export function turned(settings: PolicySettings, changes: DialChange[]): PolicySettings {
  const purposes = settings.purposes.map(({ key }) => key);
  const wrong = changes.filter(({ key, value }) => !stands(key, value, purposes));
  if (wrong.length > 0) throw wrongDials(wrong.map(({ key }) => key));
  const next: Sections = { ...settings };
  const sections = writtenOut(settings);
  for (const { key, value } of changes) {
    const [section, name] = placeOf(key);
    sections[section] = name === null ? value : { ...(sections[section] as Sections), [name]: value };
    next[section] = sections[section];
  }
  checkHours(sections, changes);
  return next as unknown as PolicySettings;
}

/** The settings in which two versions differ, as far as an office can turn them. */
export function differences(was: PolicySettings, now: PolicySettings): DialDifference[] {
  const [before, after] = [writtenOut(was), writtenOut(now)];
  return DIAL_KEYS.flatMap((key) => {
    const [old, next] = [valueOf(before, key), valueOf(after, key)];
    return JSON.stringify(old) === JSON.stringify(next) ? [] : [{ key, was: old, now: next }];
  });
}

interface DialDifference {
  key: DialKey;
  was: DialValue;
  now: DialValue;
}

const HOURS: [DialKey, DialKey][] = [
  ['period.dailyFrom', 'period.dailyUntil'],
  ['calendar.restFrom', 'calendar.restUntil'],
  ['longTerm.dailyFrom', 'longTerm.dailyUntil'],
];

function checkHours(sections: Sections, changes: DialChange[]): void {
  for (const [from, until] of HOURS) {
    const isTurned = changes.some(({ key }) => key === from || key === until);
    const [opens, closes] = [valueOf(sections, from), valueOf(sections, until)] as [string, string];
    if (isTurned && minutesOf(opens) >= minutesOf(closes)) throw wrongDials([until], 'policy.hours-wrong');
  }
}

const wrongDials = (keys: DialKey[], code = 'field.out-of-range') =>
  new DomainError(
    'request.invalid',
    {},
    keys.map((path) => ({ path, code })),
  );

const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

function stands(key: DialKey, value: unknown, purposes: string[]): boolean {
  const { kind, least = 0, most = 0, choices } = shapes[key];
  if (kind === 'switch') return typeof value === 'boolean';
  if (kind === 'time') return typeof value === 'string' && TIME.test(value);
  if (kind === 'choice') return typeof value === 'string' && (choices ?? []).includes(value);
  if (kind === 'purposes') return Array.isArray(value) && value.every((one) => purposes.includes(one as string));
  if (kind === 'weekdays') return areWeekdays(value);
  if (kind === 'rules') return areRouteRules(value);
  if (kind === 'quotas') return areQuotas(value);
  if (kind === 'limit' && value === null) return true;
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}
