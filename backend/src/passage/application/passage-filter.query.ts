import { type PassageFilter } from '@gatehouse/contract';
import { plateMatchKey } from '@gatehouse/contract/rules/plate-number';
import { type RawBuilder, sql } from 'kysely';
import { addDays, campusInstant } from '../../kernel/campus-time.js';

/** Which campuses and units a member of staff may see; null = all. */
export interface PassageScope {
  campusIds: string[] | null;
  unitIds: string[] | null;
}

/**
 * The condition on the view `passage_fact` that a filter and a scope mean: the list and the export show the same rows.
 * Dates are campus dates, both included; of a
 * period with times the end is not.
 */
export function passageConditions(filter: PassageFilter, scope: PassageScope): RawBuilder<unknown> {
  const parts = [passageSpan(filter)];
  if (filter.campus) parts.push(sql`campus_id = ${filter.campus}`);
  if (filter.visit) parts.push(sql`pass_id in (select pass_id from pass_of_visit where visit_id = ${filter.visit})`);
  if (filter.gate) parts.push(sql`gate_id = ${filter.gate}`);
  if (filter.direction) parts.push(sql`direction = ${filter.direction}`);
  if (filter.outcome) parts.push(sql`outcome = ${filter.outcome}`);
  if (filter.reason) parts.push(sql`reason = ${filter.reason}`);
  if (filter.transport) parts.push(filter.transport === 'car' ? sql`plate is not null` : sql`plate is null`);
  if (filter.q?.trim()) parts.push(wordsMatch(filter.q.trim()));
  if (scope.campusIds) parts.push(sql`campus_id = any(${scope.campusIds}::uuid[])`);
  if (scope.unitIds) parts.push(sql`unit_id = any(${scope.unitIds}::text[])`);
  return sql.join(parts, sql` and `);
}

/** The part of it that says when. */
export function passageSpan({ from, until }: PassageFilter): RawBuilder<unknown> {
  const begin = from ? sql`at >= ${beginOf(from)}` : sql`true`;
  return until ? sql`${begin} and at < ${endOf(until)}` : begin;
}

/** The end of what is asked for; now, where that lies ahead or nobody said. */
export function passagesEnd({ until }: PassageFilter, now: Date): Date {
  const end = until ? endOf(until) : now;
  return end < now ? end : now;
}

const beginOf = (moment: string): Date => {
  const [day = '', time] = moment.split('T');
  return campusInstant(day, time);
};
const endOf = (moment: string): Date => (moment.includes('T') ? beginOf(moment) : campusInstant(addDays(moment, 1)));

/**
 * One box for everything: a name by any of its characters, an application number, or a plate (O and 0, I and 1 are one).
 * Looks among the passes first, whose indexes know the words; the log itself is only read for a plate that a camera saw.
 */
const wordsMatch = (words: string): RawBuilder<unknown> => sql`(
  pass_id in (
    select id from pass where bigrams @> ${gramsOf(words)}::text[] or display ->> 'visitNumber' = ${words}
      or plate_key = ${plateMatchKey(words)})
  or (plate is not null and translate(upper(plate), 'OI', '01') = ${plateMatchKey(words)})
)`;

function gramsOf(words: string): string[] {
  const characters = [...words.toLowerCase().replace(/\s/g, '')];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
}
