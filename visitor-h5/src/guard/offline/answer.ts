import { type PassRecord } from '@gatehouse/contract/bundle/format';
import { REASON_TEXT } from '@gatehouse/contract/pass/reason-text';
import { verdictDetail } from '@gatehouse/contract/pass/verdict-text';
import { type AskVerdictInput, type GateChoice, type VerdictPerson } from '@gatehouse/contract/passage';
import { weeklyHours } from '@gatehouse/contract/rules/weekly-at-gate';
import { type DeskAnswer } from '../scan/verdict-source.ts';
import { type Judgement } from './judge.ts';

/** The words of a verdict that this device gave by itself: the same as the server's. */
export function answerOf(
  question: AskVerdictInput,
  { verdict, record, sighting }: Judgement,
  { gates, utcOffsetMinutes, now }: { gates: readonly GateChoice[]; utcOffsetMinutes: number; now: number },
): DeskAnswer {
  const { headline, guard, visitor, next } = REASON_TEXT[verdict.reason];
  const namesOf = (ids: readonly string[]) => ids.flatMap((id) => gates.find((gate) => gate.id === id)?.name ?? []);
  const more = verdictDetail(verdict, namesOf, utcOffsetMinutes);
  return {
    nonce: question.nonce,
    verdict: verdict.verdict,
    reason: verdict.reason,
    confirmDocument: verdict.reason === 'CONFIRM_ID',
    headline,
    text: more ? { zh: guard.zh + more.zh, en: `${guard.en} ${more.en}` } : guard,
    visitorText: visitor,
    next,
    passage: '',
    direction: question.direction,
    person: record && personOf(record, now),
    expiresAt: verdict.verdict === 'admit' ? new Date(verdict.expiresAt).toISOString() : null,
    here: { sighting, together: record?.facts.party.together ?? false },
  };
}

/** The others of a party are named; where they are, only the server knows. */
function personOf({ person, facts }: PassRecord, now: number): VerdictPerson {
  const { name, documentMasked, visitNumber, unitName, hostName, party, lookTwice } = person;
  const weekly = weeklyHours(facts.weekdays, facts.dailyHours);
  const period = {
    from: new Date(facts.period.from).toISOString(),
    until: new Date(facts.period.until).toISOString(),
    ...(weekly && { weekly }),
  };
  const others = party.map((other) => ({ name: other, inside: false }));
  const isResembling = lookTwice?.some(({ from, until }) => from <= now && (until === null || until > now));
  const known = { name, documentMasked, visitNumber, unitName, hostName, period, plate: facts.plate, party: others };
  return { ...known, ...(isResembling && { lookTwice: true }) };
}
