import { type Quota, type RouteRule } from '@gatehouse/contract';

type Fields = Record<string, unknown>;

const MOST_RULES = 30;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '' && value.length <= 200;
const isWhole = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
const areKeys = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= 30 && value.every((one) => typeof one === 'string' && one.length <= 40);
const isHours = (value: unknown): boolean =>
  isObject(value) && [value['from'], value['until']].every((at) => typeof at === 'string' && TIME.test(at));

/** What each condition of a rule must be; anything else is no condition. */
const conditions: Record<keyof Required<RouteRule['when']>, (value: unknown) => boolean> = {
  purposes: areKeys,
  minDays: (value) => isWhole(value, 1, 366),
  minPartySize: (value) => isWhole(value, 1, 51),
  vehicle: (value) => typeof value === 'boolean',
  outsideHours: isHours,
  weekend: (value) => typeof value === 'boolean',
  watchLevel: (value) => value === 'watch' || value === 'ask',
};

/** Whether a value out of a form is a list of days of the week, at least one, rising. */
export const areWeekdays = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length > 0 && value.every((day, at) => isWhole(day, Number(value[at - 1] ?? 0) + 1, 7));

/** Whether a value out of a form is a list of rules about the leader's step. */
export const areRouteRules = (value: unknown): value is RouteRule[] =>
  Array.isArray(value) && value.length <= MOST_RULES && value.every(isRouteRule);

function isRouteRule(rule: unknown): boolean {
  if (!isObject(rule) || !isObject(rule['when']) || !isObject(rule['why'])) return false;
  const areConditions = Object.entries(rule['when']).every(
    ([name, value]) => name in conditions && conditions[name as keyof typeof conditions](value),
  );
  const leader = rule['leader'];
  return (
    areConditions &&
    (leader === 'host-may-add' || leader === 'always') &&
    isText(rule['why']['zh']) &&
    isText(rule['why']['en'])
  );
}

/** Whether a value out of a form is a list of quotas. */
export const areQuotas = (value: unknown): value is Quota[] =>
  Array.isArray(value) && value.length <= MOST_RULES && value.every(isQuota);

const isQuota = (quota: unknown): boolean =>
  isObject(quota) &&
  (quota['campusId'] === null || (typeof quota['campusId'] === 'string' && UUID.test(quota['campusId']))) &&
  (quota['purpose'] === null || (typeof quota['purpose'] === 'string' && quota['purpose'].length <= 40)) &&
  ['day', 'hour', 'host-day'].includes(quota['per'] as string) &&
  isWhole(quota['most'], 0, 100_000);
