import { type AuditLog } from '../../../platform/audit/audit-log.js';
import { entryHash } from '../../../platform/audit/audit-entry.js';
import { runInScope } from '../../../platform/scope.js';
import { EntryRefused } from '../../domain/passage-events.js';
import { type StoredAnswer } from '../../domain/verdict-answer.js';
import { happenedAt, skewSeconds } from '../device-clock.js';
import { credentialOf } from './credential.js';
import { type Judgement } from './judge.js';
import { type LockedPass } from './known-passes.js';
import { announce } from './passage-announcements.js';
import { holderOf, type Question } from './question.js';
import { arraysOf, type Columns, unnested } from './unnest.js';

/** One judged question as the writing statement takes it. */
export type VerdictRow = ReturnType<typeof verdictRow>;

export function verdictRow(
  audit: AuditLog,
  { device, input, gate, shown, scope }: Question,
  pass: LockedPass | null,
  { verdict, counter }: Judgement,
  answer: StoredAnswer,
  now: Date,
) {
  const said = new Date(input.at);
  const admits = verdict.verdict === 'admit';
  const credential = credentialOf(shown);
  const { verdict: word, reason, ...evidence } = verdict;
  const details = {
    verdict: word,
    reason,
    direction: input.direction,
    credential,
    gateId: gate.id,
    passId: pass?.id ?? null,
  };
  const subject = { kind: 'passage', id: answer.passage, campusId: gate.campusId };
  const entry = runInScope(scope, () => audit.entry('passage.judged', subject, details, now));
  return {
    id: answer.passage,
    at: happenedAt(said, now),
    campus_id: gate.campusId,
    gate_id: gate.id,
    device_id: device.id,
    nonce: input.nonce,
    pass_id: pass?.id ?? null,
    pass_campus_id: pass?.campusId ?? null,
    visit_id: pass?.visitId ?? null,
    direction: input.direction,
    verdict: word,
    reason,
    outcome: admits ? 'waiting' : 'refused',
    expires_at: answer.expiresAt,
    credential,
    plate: shown.kind === 'plate' ? shown.plate : (pass?.plate ?? null),
    counter,
    skew_seconds: skewSeconds(said, now),
    evidence: Object.keys(evidence).length > 0 ? evidence : null,
    answer,
    holder: admits ? holderOf(device.id, input.nonce) : null,
    audit_id: entry.id,
    actor_kind: entry.actorKind,
    actor_id: entry.actorId,
    actor_name: entry.actorName,
    details: entry.details,
    request_id: entry.requestId,
    hash: entryHash(entry).toString('hex'),
  };
}

const columns: Columns<VerdictRow> = {
  id: 'uuid',
  at: 'timestamptz',
  campus_id: 'uuid',
  gate_id: 'uuid',
  device_id: 'uuid',
  nonce: 'text',
  pass_id: 'uuid',
  pass_campus_id: 'uuid',
  visit_id: 'uuid',
  direction: 'text',
  verdict: 'text',
  reason: 'text',
  outcome: 'text',
  expires_at: 'timestamptz',
  credential: 'text',
  plate: 'text',
  counter: 'int8',
  skew_seconds: 'float4',
  evidence: 'jsonb',
  answer: 'json',
  holder: 'text',
  audit_id: 'uuid',
  actor_kind: 'text',
  actor_id: 'text',
  actor_name: 'text',
  details: 'jsonb',
  request_id: 'text',
  hash: 'text',
};

/** The parameters of `writeVerdicts`. */
export const verdictValues = (rows: VerdictRow[], now: Date, policyVersion: number, listeners: string[]): unknown[] => [
  now,
  policyVersion,
  listeners,
  ...arraysOf(columns, rows),
];

/**
 * Everything a batch leaves behind, in one statement: nonces, passages, audit entries, reservations. A nonce that is
 * already there keeps all of its row out; the statement answers the nonces that were new.
 */
export const writeVerdicts = `
  with f as materialized (
    select * from ${unnested(columns, 'f', 4)}
  ), n as (
    insert into passage_nonce (campus_id, device_id, nonce, passage_id, passage_at, answer)
    select campus_id, device_id, nonce, id, at, answer from f order by campus_id, device_id, nonce
    on conflict do nothing
    returning passage_id
  ), fresh as materialized (
    select f.* from f join n on n.passage_id = f.id
  ), passages as (
    insert into passage (id, at, learned_at, campus_id, gate_id, device_id, pass_id, visit_id, direction, verdict, reason,
      outcome, expires_at, credential, plate, nonce, counter, skew_seconds, policy_version, evidence)
    select id, at, $1::timestamptz, campus_id, gate_id, device_id, pass_id, visit_id, direction, verdict, reason,
      outcome, expires_at, credential, plate, nonce, counter, skew_seconds, $2::int, evidence from fresh
  ), entries as (
    insert into audit_entry (id, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, campus_id, details, request_id, hash)
    select audit_id, $1::timestamptz, actor_kind, actor_id, actor_name, 'passage.judged', 'passage', id::text, campus_id, details,
      request_id, decode(hash, 'hex') from fresh
  ), reservations as (
    update presence s set reserved_nonce = fresh.holder, reserved_until = fresh.expires_at, reserved_gate_id = fresh.gate_id
    from fresh where fresh.holder is not null and s.campus_id = fresh.pass_campus_id and s.pass_id = fresh.pass_id
  ), told as (
    ${announce(`select * from fresh where verdict = 'refuse' and direction = 'entry'`, EntryRefused.type, '$3', '$1')}
  )
  select id from fresh`;

/** What was answered to a nonce before. */
export const storedAnswers = `
  select f.at as place, n.answer from unnest($1::uuid[], $2::uuid[], $3::text[]) with ordinality as f (campus_id, device_id, nonce, at)
  join passage_nonce n on n.campus_id = f.campus_id and n.device_id = f.device_id and n.nonce = f.nonce`;
