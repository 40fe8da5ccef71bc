import {
  type LeaderStep,
  type PolicySettings,
  type RouteConditions,
  type RouteRule,
  type Text,
  type WeeklyHours,
} from '@gatehouse/contract';
import { addDays, campusDay, campusMinute, daysBetween, minutesOf } from '../../kernel/campus-time.js';
import { approvalTerms } from './approval-terms.js';
import { isWeekday, longTermTerms } from './long-term.js';

/** What of a visit decides who must approve it. The period includes `from` and excludes `until`. */
export interface RouteFacts {
  purpose: string;
  from: Date;
  until: Date;
  /** long-term: the days and hours within the period */
  weekly?: WeeklyHours;
  /** the applicant counts */
  partySize: number;
  vehicle: boolean;
  /** the severest level screening gives anybody of the party */
  watchLevel: 'none' | 'watch' | 'ask' | 'refuse';
  /** a leader who is visited himself answers alone */
  hostIsLeader: boolean;
}

/** Who must approve, and why a leader must: empty where no leader is demanded. */
export interface ApprovalRoute {
  leader: LeaderStep;
  reasons: Text[];
}

const levels: RouteFacts['watchLevel'][] = ['none', 'watch', 'ask', 'refuse'];
const DAY_MINUTES = 1440;

const everyVisit: Text = {
  zh: '按学校规定，来访需领导审批。',
  en: 'The rules ask for a leader’s approval of every visit.',
};
const everyTerm: Text = {
  zh: '长期来访和续期需领导审批。',
  en: 'Long-term visits and their renewals need a leader’s approval.',
};
const bigParty = (size: number): Text => ({
  zh: `来访人数达到 ${size} 人，需领导审批。`,
  en: `Parties of ${size} or more need a leader’s approval.`,
});

/** The way of a visit through its approvals: the strictest of all rules that apply. */
export function routeFor(facts: RouteFacts, settings: PolicySettings): ApprovalRoute {
  const applying = rulesOf(settings, facts).filter(({ when }) => applies(when, facts));
  const demanding = facts.hostIsLeader ? [] : applying.filter(({ leader }) => leader === 'always');
  if (demanding.length > 0) return { leader: 'always', reasons: demanding.map(({ why }) => why) };
  const mayAdd = settings.approval.leader !== 'never' || applying.some(({ leader }) => leader === 'host-may-add');
  return { leader: mayAdd ? 'host-may-add' : 'never', reasons: [] };
}

/** The two settings from before there were rules, said as rules, and the rules. */
function rulesOf(settings: PolicySettings, { weekly }: RouteFacts): RouteRule[] {
  const { leader, leaderFromPartySize } = settings.approval;
  const rules: RouteRule[] = [];
  if (weekly) rules.push({ when: {}, leader: longTermTerms(settings).leader, why: everyTerm });
  if (leader === 'always') rules.push({ when: {}, leader, why: everyVisit });
  if (leaderFromPartySize > 0)
    rules.push({ when: { minPartySize: leaderFromPartySize }, leader: 'always', why: bigParty(leaderFromPartySize) });
  return [...rules, ...approvalTerms(settings).rules];
}

function applies(when: RouteConditions, facts: RouteFacts): boolean {
  const { purposes, minDays, minPartySize, vehicle, outsideHours, weekend, watchLevel } = when;
  return (
    (!purposes || purposes.includes(facts.purpose)) &&
    (minDays === undefined || daysOf(facts).length >= minDays) &&
    (minPartySize === undefined || facts.partySize >= minPartySize) &&
    (vehicle === undefined || facts.vehicle === vehicle) &&
    (!outsideHours || leaves(outsideHours, facts)) &&
    (weekend === undefined || daysOf(facts).some(isWeekend) === weekend) &&
    (watchLevel === undefined || levels.indexOf(facts.watchLevel) >= levels.indexOf(watchLevel))
  );
}

/** Every campus day the visit touches; of a long-term one, those on which it comes. */
function daysOf({ from, until, weekly }: RouteFacts): string[] {
  const first = campusDay(from);
  const count = daysBetween(first, campusDay(new Date(until.getTime() - 1))) + 1;
  const days = Array.from({ length: Math.max(count, 1) }, (_, at) => addDays(first, at));
  return weekly ? days.filter((day) => isWeekday(weekly.weekdays, day)) : days;
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** Whether the visit begins before the hours, ends after them, or stays over a night between them. */
function leaves(hours: { from: string; until: string }, facts: RouteFacts): boolean {
  const [opens, closes] = [minutesOf(hours.from), minutesOf(hours.until)];
  const staysOverNight = !facts.weekly && daysOf(facts).length > 1 && (opens > 0 || closes < DAY_MINUTES);
  return staysOverNight || campusMinute(facts.from) < opens || (campusMinute(facts.until) || DAY_MINUTES) > closes;
}
