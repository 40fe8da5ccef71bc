import { type Dial, type DialChange, type DialKey, type DialValue, type Difference } from '@gatehouse/contract';

/** Sections of the page, and the settings in each, in the order in which an office thinks of them. */
export const SECTIONS: { name: string; keys: DialKey[] }[] = [
  {
    name: 'period',
    keys: [
      'period.mode',
      'period.dailyFrom',
      'period.dailyUntil',
      'period.maxDays',
      'period.maxAheadDays',
      'period.leadMinutes',
      'changeUntilMinutes',
      'period.graceMinutes',
    ],
  },
  {
    name: 'longTerm',
    keys: [
      'longTerm.purposes',
      'longTerm.maxDays',
      'longTerm.weekdays',
      'longTerm.dailyFrom',
      'longTerm.dailyUntil',
      'longTerm.leader',
    ],
  },
  {
    name: 'calendar',
    keys: ['calendar.closedOnHolidays', 'calendar.closedOnWeekends', 'calendar.restFrom', 'calendar.restUntil'],
  },
  {
    name: 'approval',
    keys: ['approval.leader', 'approval.leaderFromPartySize', 'invitation.preApproved', 'approval.rules'],
  },
  { name: 'people', keys: ['party.maxCompanions', 'quotas', 'presence.closeAfterHours'] },
  { name: 'hosts', keys: ['standing.enabled', 'standing.monthlyQuota', 'standing.atGate'] },
  { name: 'data', keys: ['face.enabled', 'face.keepHours', 'documents.keepDays'] },
];

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What of the values on the page differs from the rules it was made from. */
export const changesOf = (dials: readonly Dial[], turned: ReadonlyMap<DialKey, DialValue>): DialChange[] =>
  dials.flatMap(({ key, value }) => {
    const next = turned.get(key);
    return next === undefined || isSame(next, value) ? [] : [{ key, value: next }];
  });

/** The same, told as what was and what will be. */
export const differencesOf = (dials: readonly Dial[], changes: readonly DialChange[]): Difference[] =>
  changes.flatMap(({ key, value }) => {
    const dial = dials.find((one) => one.key === key);
    return dial && !isSame(dial.value, value) ? [{ key, was: dial.value, now: value }] : [];
  });

/** Settings that two people changed differently: shown before the second one keeps his. */
export function conflictsOf(mine: readonly DialChange[], theirs: readonly DialChange[]): DialKey[] {
  const ofMine = new Map(mine.map(({ key, value }) => [key, value]));
  const differing = theirs.filter(({ key, value }) => !isSame(ofMine.get(key), value));
  const missing = mine.filter(({ key }) => !theirs.some((one) => one.key === key));
  return [...differing, ...missing].map(({ key }) => key);
}

export const sameChanges = (a: readonly DialChange[], b: readonly DialChange[]): boolean =>
  conflictsOf(a, b).length === 0;
