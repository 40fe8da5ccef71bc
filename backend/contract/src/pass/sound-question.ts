import type { GateQuestion, PassFacts, PresenceFacts } from './decision.js';

/** Whether the facts can be judged at all: numbers in their ranges, a period that does not end before it begins. */
export function isSound(question: GateQuestion, now: number): boolean {
  const { presentation, pass, presence, denyList, policy, bundleMadeAt, companionsPresent } = question;
  return (
    Number.isFinite(now) &&
    (!('counter' in presentation) || isCount(presentation.counter)) &&
    (presentation.kind !== 'long' || isCount(presentation.keyNumber)) &&
    (pass === null || isSoundPass(pass)) &&
    isSoundPresence(presence) &&
    isCount(denyList.lowestKeyNumber) &&
    [policy.graceMinutes, policy.bundleMaxAgeMinutes, policy.reserveSeconds].every(isDuration) &&
    Number.isInteger(policy.utcOffsetMinutes) &&
    (bundleMadeAt === null ? presence.source !== 'bundle' : Number.isFinite(bundleMadeAt)) &&
    (companionsPresent === null || isCount(companionsPresent))
  );
}

function isSoundPass({ period, dailyHours, weekdays, entries, party }: PassFacts): boolean {
  return (
    Number.isFinite(period.from) &&
    Number.isFinite(period.until) &&
    period.from < period.until &&
    (dailyHours === null || [dailyHours.from, dailyHours.until].every((minute) => isCount(minute) && minute <= 1440)) &&
    (weekdays == null || (weekdays.length > 0 && weekdays.every(isWeekday))) &&
    (entries === null || isCount(entries)) &&
    isCount(party.companions)
  );
}

function isSoundPresence({ at, entriesUsed, lastCounter, reservation }: PresenceFacts): boolean {
  return (
    (at === null || Number.isFinite(at)) &&
    isCount(entriesUsed) &&
    [lastCounter.entry, lastCounter.exit].every((counter) => counter === null || isCount(counter)) &&
    (reservation === null || Number.isFinite(reservation.until))
  );
}

function isWeekday(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 7;
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}

function isDuration(value: number): boolean {
  return Number.isFinite(value) && value >= 0;
}
