import type { Text } from '../common.js';
import type { Verdict } from './decision.js';
import { CONFIRM_CAUSE_TEXT } from './reason-text.js';

/**
 * What the guard is told besides the reason's own sentence: the same words from the server and from a gate without
 * network. null where the sentence says it all.
 * @param gateNames the names of gates by their ids; unknown ids are left out
 */
export function verdictDetail(
  verdict: Verdict,
  gateNames: (ids: readonly string[]) => string[],
  utcOffsetMinutes: number,
): Text | null {
  const time = (instant: number) => campusTime(instant, utcOffsetMinutes);
  if (verdict.verdict === 'admit') {
    const causes = (verdict.causes ?? []).map((cause) => CONFIRM_CAUSE_TEXT[cause]);
    if (causes.length === 0) return null;
    return both(causes.map(({ zh }) => `${zh}。`).join(''), causes.map(({ en }) => `${en}.`).join(' '));
  }
  const { gateName, since, opensAt, endedAt, gates } = verdict;
  if (gateName)
    return both(`${gateName}${since ? `，${time(since)}` : ''}。`, `${gateName}${since ? `, ${time(since)}` : ''}.`);
  if (opensAt) return both(`${time(opensAt)}起可入校。`, `Opens at ${time(opensAt)}.`);
  if (endedAt) return both(`已于${time(endedAt)}结束。`, `Ended at ${time(endedAt)}.`);
  if (gates) return both(`可走：${gateNames(gates).join('、')}。`, `Use: ${gateNames(gates).join(', ')}.`);
  return null;
}

const both = (zh: string, en: string): Text => ({ zh, en });

/** `MM-DD HH:mm` in campus time. */
const campusTime = (instant: number, utcOffsetMinutes: number): string =>
  new Date(instant + utcOffsetMinutes * 60_000).toISOString().slice(5, 16).replace('T', ' ');
