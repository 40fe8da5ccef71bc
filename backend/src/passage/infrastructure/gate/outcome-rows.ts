import { type ConfirmPassageInput, type Direction, type Outcome } from '@gatehouse/contract';
import { type PoolClient } from 'pg';
import { plateMatchKey } from '@gatehouse/contract/rules/plate-number';
import { entryHash } from '../../../platform/audit/audit-entry.js';
import { type AuditLog } from '../../../platform/audit/audit-log.js';
import { runInScope, type Scope } from '../../../platform/scope.js';
import { EntryAdmitted, EntryRefused, ExitRecorded } from '../../domain/passage-events.js';
import { type LockedPass } from './known-passes.js';
import { type Confirmation } from './confirmation.js';
import { announce } from './passage-announcements.js';
import { arraysOf, type Columns, unnested } from './unnest.js';

export interface PassageSqlRow {
  id: string;
  at: Date;
  campus_id: string;
  gate_id: string;
  device_id: string;
  pass_id: string | null;
  direction: Direction;
  verdict: 'admit' | 'refuse';
  outcome: Outcome;
  expires_at: Date | null;
  outcome_by: string | null;
  nonce: string;
  counter: number | null;
  plate: string | null;
}

const columns = `
  f.id, f.at, f.campus_id, f.gate_id, f.device_id, f.pass_id, f.direction, f.verdict, f.outcome, f.expires_at,
  f.outcome_by, f.nonce, f.counter::float8 as counter, f.plate`;
const lock = `
  select ${columns} from passage f join unnest($1::uuid[], $2::uuid[]) as sought (campus_id, id)
    on f.campus_id = sought.campus_id and f.id = sought.id
  where f.at > $3 order by f.id for update of f`;

const DAY_MS = 86_400_000;
const EVER = new Date(0);

/** Finds and locks the passages that outcomes are about, by id. */
export async function lockPassages(
  client: PoolClient,
  confirmations: Confirmation[],
  now: Date,
): Promise<Map<string, PassageSqlRow>> {
  const campusOf = new Map(confirmations.map(({ passageId, device }) => [passageId, device.campusId]));
  const find = async (ids: string[], since: Date): Promise<PassageSqlRow[]> => {
    const values = [ids.map((id) => campusOf.get(id)), ids, since];
    return (await client.query<PassageSqlRow>({ name: 'lock-passages', text: lock, values })).rows;
  };
  // Outcomes follow their verdicts: nearly all are found in the newest partition. Only others are looked for in all.
  const recent = await find([...campusOf.keys()], new Date(now.getTime() - DAY_MS));
  const known = new Map(recent.map((row) => [row.id, row]));
  const missing = [...campusOf.keys()].filter((id) => !known.has(id));
  for (const row of missing.length > 0 ? await find(missing, EVER) : []) known.set(row.id, row);
  return known;
}

/** One settled passage as the writing statement takes it. */
export type OutcomeRow = ReturnType<typeof outcomeRow>;

export function outcomeRow(
  audit: AuditLog,
  scope: Scope,
  { id, at, campus_id, gate_id, pass_id, direction, plate }: PassageSqlRow,
  { outcome, by, reason, plateSeen }: ConfirmPassageInput,
  { forced, happened, now }: { forced: boolean; happened: Date; now: Date },
) {
  const action = `passage.${outcome}`;
  const seen = plateSeen && { plateConfirmed: plate !== null && plateMatchKey(plate) === plateMatchKey(plateSeen) };
  const details = { direction, gateId: gate_id, passId: pass_id, forced, ...seen };
  const entry = runInScope(scope, () =>
    audit.entry(action, { kind: 'passage', id, campusId: campus_id }, details, now),
  );
  return {
    id,
    at,
    campus_id,
    pass_id,
    outcome,
    outcome_at: happened,
    outcome_by: by,
    outcome_note: reason ?? null,
    forced,
    plate_seen: plateSeen ?? null,
    action,
    audit_id: entry.id,
    actor_kind: entry.actorKind,
    actor_id: entry.actorId,
    actor_name: entry.actorName,
    details: entry.details,
    request_id: entry.requestId,
    hash: entryHash(entry).toString('hex'),
  };
}

/** Where the holder is after all outcomes of the batch. */
const presenceRow = ({ id, campusId, presence, lastPassageId }: LockedPass) => ({
  campus_id: campusId,
  pass_id: id,
  state: presence.state,
  since: presence.since === null ? null : new Date(presence.since),
  gate_id: presence.gateId,
  last_passage_id: lastPassageId,
  entries_used: presence.entriesUsed,
  counter_in: presence.counterIn,
  counter_out: presence.counterOut,
  is_free: presence.reservation === null,
});

const settled = (outcome: string, direction: string) =>
  `select passages.* from passages where outcome = '${outcome}' and direction = '${direction}'`;

const outcomeColumns: Columns<OutcomeRow> = {
  id: 'uuid',
  at: 'timestamptz',
  campus_id: 'uuid',
  pass_id: 'uuid',
  outcome: 'text',
  outcome_at: 'timestamptz',
  outcome_by: 'text',
  outcome_note: 'text',
  forced: 'boolean',
  plate_seen: 'text',
  action: 'text',
  audit_id: 'uuid',
  actor_kind: 'text',
  actor_id: 'text',
  actor_name: 'text',
  details: 'jsonb',
  request_id: 'text',
  hash: 'text',
};
const movedColumns: Columns<ReturnType<typeof presenceRow>> = {
  campus_id: 'uuid',
  pass_id: 'uuid',
  state: 'text',
  since: 'timestamptz',
  gate_id: 'uuid',
  last_passage_id: 'uuid',
  entries_used: 'int',
  counter_in: 'int8',
  counter_out: 'int8',
  is_free: 'boolean',
};
const FIRST = 5;
const FIRST_MOVED = FIRST + Object.keys(outcomeColumns).length;

/** Who listens to which passages. */
export interface Listeners {
  ofAdmissions: string[];
  ofExits: string[];
  ofRefusals: string[];
}

/** The parameters of `writeOutcomes`. */
export const outcomeValues = (rows: OutcomeRow[], moved: LockedPass[], now: Date, listeners: Listeners): unknown[] => [
  now,
  listeners.ofAdmissions,
  listeners.ofExits,
  listeners.ofRefusals,
  ...arraysOf(outcomeColumns, rows),
  ...arraysOf(movedColumns, moved.map(presenceRow)),
];

/** Outcomes, presence, audit entries and delivery rows of a batch, in one statement. */
export const writeOutcomes = `
  with f as materialized (
    select * from ${unnested(outcomeColumns, 'f', FIRST)}
  ), passages as (
    update passage p set outcome = f.outcome, outcome_at = f.outcome_at, outcome_by = f.outcome_by,
      outcome_note = f.outcome_note, forced = f.forced,
      evidence = case when f.plate_seen is null then p.evidence
        else coalesce(p.evidence, '{}') || jsonb_build_object('plateSeen', f.plate_seen) end
    from f where p.campus_id = f.campus_id and p.id = f.id and p.at = f.at
    returning p.id, p.campus_id, p.gate_id, p.pass_id, p.visit_id, p.direction, p.verdict, p.outcome, p.reason
  ), presences as (
    update presence s set state = m.state, confidence = 'sure', since = m.since, gate_id = m.gate_id,
      last_passage_id = m.last_passage_id, entries_used = m.entries_used, counter_in = m.counter_in, counter_out = m.counter_out,
      reserved_nonce = case when m.is_free then null else s.reserved_nonce end,
      reserved_until = case when m.is_free then null else s.reserved_until end,
      reserved_gate_id = case when m.is_free then null else s.reserved_gate_id end
    from ${unnested(movedColumns, 'm', FIRST_MOVED)}
    where s.campus_id = m.campus_id and s.pass_id = m.pass_id
  ), entries as (
    insert into audit_entry (id, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, campus_id, details, request_id, hash)
    select audit_id, $1::timestamptz, actor_kind, actor_id, actor_name, action, 'passage', id::text, campus_id, details,
      request_id, decode(hash, 'hex') from f
  ), entered as (
    ${announce(settled('admitted', 'entry'), EntryAdmitted.type, '$2', '$1')}
  ), left_campus as (
    ${announce(settled('admitted', 'exit'), ExitRecorded.type, '$3', '$1')}
  ), turned_away as (
    ${announce(`${settled('refused', 'entry')} and verdict = 'admit'`, EntryRefused.type, '$4', '$1')}
  )
  select id from passages`;
