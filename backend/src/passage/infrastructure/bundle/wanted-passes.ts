import { type PassRecord, type PresenceEntry } from '@gatehouse/contract';
import { type PassFacts, type Screening as Level } from '@gatehouse/contract/pass/decision';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { sql } from 'kysely';
import { type Database } from '../../../platform/database/database.js';
import { passFacts } from '../../domain/gate-question.js';
import { type Resembling } from '../../domain/look-twice.js';
import { type PassDisplay } from '../../domain/pass.js';

interface PassRow {
  id: string;
  person_key_id: string;
  campus_id: string;
  state: 'active' | 'revoked';
  revoke_reason: string | null;
  person_name: string;
  document_masked: string;
  document_tail: string;
  document_index: Buffer | null;
  mobile_index: Buffer | null;
  plate: string | null;
  plate_key: string | null;
  display: PassDisplay & Resembling;
  period_from: number;
  period_until: number;
  daily_from: number | null;
  daily_until: number | null;
  weekdays: number[] | null;
  gate_ids: string[] | null;
  entries: number | null;
  lookup: Buffer;
  phone_key: Buffer;
  key_number: number;
  party: string[] | null;
  inside: PresenceEntry['state'] | 'closed';
  since: number | null;
  gate_id: string | null;
  entries_used: number;
  counter_in: number | null;
  counter_out: number | null;
  host_suspended: boolean;
}

/** A pass that a gate may be shown while it has no network. */
export interface WantedPass {
  row: PassRow;
  lookup: string;
}

/** Those that begin before the horizon and did not end long ago, and whoever is still inside. */
export async function wantedPasses(
  database: Database,
  campusId: string,
  span: { now: Date; endedSince: Date; horizon: Date },
  refusesSuspendedHosts: boolean,
): Promise<WantedPass[]> {
  const rows = await database.rows(sql<PassRow>`
    select p.id, p.person_key_id, p.campus_id, p.state, p.revoke_reason, p.person_name, p.document_masked, p.document_tail,
      p.document_index, p.mobile_index, p.plate, p.plate_key, p.display,
      (extract(epoch from p.period_from) * 1000)::float8 as period_from,
      (extract(epoch from p.period_until) * 1000)::float8 as period_until,
      p.daily_from, p.daily_until, p.weekdays, nullif(p.gate_ids, '{}')::text[] as gate_ids, p.entries, p.lookup, p.phone_key, p.key_number,
      case when (p.display ->> 'partySize')::int > 1 then (
        select array_agg(o.person_name order by o.person_index) from pass o where o.visit_id = p.visit_id and o.id <> p.id
      ) end as party,
      s.state as inside, (extract(epoch from s.since) * 1000)::float8 as since, s.gate_id, s.entries_used,
      s.counter_in::float8 as counter_in, s.counter_out::float8 as counter_out,
      ${refusesSuspendedHosts} and exists (
        select from visit_of_suspended_host h where h.visit_id = p.visit_id and h.suspended_until > ${span.now}
      ) as host_suspended
    from pass p join presence s on s.campus_id = p.campus_id and s.pass_id = p.id
    where p.campus_id = ${campusId} and p.lookup is not null and p.phone_key is not null
      and ((p.period_until > ${span.endedSince} and p.period_from <= ${span.horizon}) or s.state <> 'outside')
  `);
  return rows.map((row) => ({ row, lookup: row.lookup.toString('base64url') }));
}

/** The record as `decide` and the guard take it. */
export function recordOf({ row }: WantedPass, screening: Level): PassRecord {
  const known = passFacts({
    campusId: row.campus_id,
    state: row.state,
    revokeReason: row.revoke_reason,
    periodFrom: row.period_from,
    periodUntil: row.period_until,
    dailyFrom: row.daily_from,
    dailyUntil: row.daily_until,
    weekdays: row.weekdays,
    gateIds: row.gate_ids,
    entries: row.entries,
    plate: row.plate,
    companions: row.display.partySize - 1,
    hostSuspended: row.host_suspended,
  });
  const { visitNumber, unitName, hostName, lookTwice } = row.display;
  return {
    passId: row.id,
    keyNumber: row.key_number,
    phoneKey: compressed(row.phone_key),
    facts: withoutSource(known),
    screening,
    person: {
      name: maskName(row.person_name),
      documentMasked: row.document_masked,
      documentTail: row.document_tail,
      visitNumber,
      unitName,
      hostName,
      party: (row.party ?? []).map(maskName),
      ...(lookTwice && { lookTwice }),
    },
  };
}

function withoutSource(known: PassFacts): PassRecord['facts'] {
  const { status, period, dailyHours, weekdays, gates, entries, reentry, plate, party, bearer, hostSuspended } = known;
  return {
    status,
    period,
    dailyHours,
    ...(weekdays && { weekdays }),
    gates,
    entries,
    reentry,
    plate,
    party,
    bearer,
    hostSuspended,
  };
}

/** Null for whom the system closed: nobody saw an exit, so the gate presumes nothing and lets the guard look. */
export const presenceEntry = ({ row }: WantedPass): PresenceEntry | null =>
  row.inside === 'closed'
    ? null
    : {
        state: row.inside,
        at: row.since,
        gate: row.gate_id,
        entriesUsed: row.entries_used,
        counterIn: row.counter_in,
        counterOut: row.counter_out,
      };

/** Of a point that was checked when it was registered: without the square root that `compress` would take. */
function compressed(point: Buffer): string {
  const parity = (point.at(-1) ?? 0) & 1;
  return Buffer.concat([Buffer.of(2 + parity), point.subarray(1, 33)]).toString('base64url');
}
