import { type PartyMember, type VerdictPerson } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { type PoolClient } from 'pg';
import { type KnownPass, type KnownPresence } from '../../domain/gate-question.js';
import { mustLookTwice, type Resembling } from '../../domain/look-twice.js';
import { type PassDisplay } from '../../domain/pass.js';
import { periodShown } from '../../domain/period-shown.js';
import { type GateFact } from '../gate-facts.js';

interface PassSqlRow {
  id: string;
  visit_id: string;
  campus_id: string;
  person_index: number;
  state: 'active' | 'revoked';
  revoke_reason: string | null;
  person_name: string;
  document_masked: string;
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
  lookup: string | null;
  phone_key: Buffer | null;
  key_number: number;
  party: PartyMember[] | null;
  inside: KnownPresence['state'];
  since: number | null;
  at_gate: string | null;
  last_passage_id: string | null;
  entries_used: number;
  counter_in: number | null;
  counter_out: number | null;
  reserved_nonce: string | null;
  reserved_until: number | null;
  reserved_gate_id: string | null;
}

/** A pass found and locked for this batch. */
export interface LockedPass extends KnownPass {
  row: PassSqlRow;
  lastPassageId: string | null;
}

const columns = `
  p.id, p.visit_id, p.campus_id, p.person_index, p.state, p.revoke_reason, p.person_name, p.document_masked,
  p.document_index, p.mobile_index, p.plate, p.plate_key, p.display,
  (extract(epoch from p.period_from) * 1000)::float8 as period_from,
  (extract(epoch from p.period_until) * 1000)::float8 as period_until,
  p.daily_from, p.daily_until, p.weekdays, nullif(p.gate_ids, '{}')::text[] as gate_ids, p.entries, encode(p.lookup, 'hex') as lookup,
  p.phone_key, p.key_number,
  case when (p.display ->> 'partySize')::int > 1 then (
    select jsonb_agg(jsonb_build_object('person', o.person_index, 'name', o.person_name, 'inside', os.state = 'inside') order by o.person_index)
    from pass o join presence os on os.campus_id = o.campus_id and os.pass_id = o.id
    where o.visit_id = p.visit_id and o.id <> p.id) end as party,
  s.state as inside, (extract(epoch from s.since) * 1000)::float8 as since, s.gate_id as at_gate, s.last_passage_id, s.entries_used,
  s.counter_in::float8 as counter_in, s.counter_out::float8 as counter_out,
  s.reserved_nonce, (extract(epoch from s.reserved_until) * 1000)::float8 as reserved_until, s.reserved_gate_id`;

const tables = `pass p join presence s on s.campus_id = p.campus_id and s.pass_id = p.id`;

// Always in the order of ids: two batches that want the same passes wait for each other and never in a circle.
const byLookup = `select ${columns} from ${tables} where p.lookup = any($1::bytea[]) order by p.id for update of s`;
const byBoth = `select ${columns} from ${tables}
  where p.id in (select id from pass where lookup = any($1::bytea[]) union all select unnest($2::uuid[]))
  order by p.id for update of s`;

/** Finds passes by lookup (hexadecimal) or id and locks their presence until the end of the transaction. */
export async function lockPasses(
  client: PoolClient,
  lookups: string[],
  ids: string[],
  gates: Map<string, GateFact>,
): Promise<LockedPass[]> {
  const keys = lookups.map((lookup) => Buffer.from(lookup, 'hex'));
  const { rows } =
    ids.length === 0
      ? await client.query<PassSqlRow>({ name: 'passes-by-lookup', text: byLookup, values: [keys] })
      : await client.query<PassSqlRow>({ name: 'passes-by-lookup-or-id', text: byBoth, values: [keys, ids] });
  return rows.map((row) => lockedPass(row, gates));
}

function lockedPass(row: PassSqlRow, gates: Map<string, GateFact>): LockedPass {
  return {
    id: row.id,
    visitId: row.visit_id,
    campusId: row.campus_id,
    personIndex: row.person_index,
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
    keyNumber: row.key_number,
    companions: row.display.partySize - 1,
    hostSuspended: false,
    presence: presenceOf(row, gates),
    row,
    lastPassageId: row.last_passage_id,
  };
}

function presenceOf(row: PassSqlRow, gates: Map<string, GateFact>): KnownPresence {
  const nameOf = (id: string | null) => (id && gates.get(id)?.name) || null;
  const { reserved_nonce: nonce, reserved_until: until } = row;
  return {
    state: row.inside,
    since: row.since,
    gateId: row.at_gate,
    gateName: nameOf(row.at_gate),
    entriesUsed: row.entries_used,
    counterIn: row.counter_in,
    counterOut: row.counter_out,
    reservation: nonce && until ? { nonce, until, gateName: nameOf(row.reserved_gate_id) ?? '' } : null,
  };
}

/** What the guard sees of the holder: enough to compare a document with, no number and no full name. */
export function personOf({ row }: LockedPass, now: Date): VerdictPerson {
  const { visitNumber, unitName, hostName } = row.display;
  return {
    name: maskName(row.person_name),
    documentMasked: row.document_masked,
    visitNumber,
    unitName,
    hostName,
    period: periodShown(row),
    plate: row.plate,
    party: (row.party ?? []).map((member) => ({ ...member, name: maskName(member.name) })),
    ...(mustLookTwice(row.display, now.getTime()) && { lookTwice: true }),
  };
}
