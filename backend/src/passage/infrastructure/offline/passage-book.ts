import { type Direction, type Outcome } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type DomainEvent } from '../../../kernel/domain-event.js';
import { AuditLog } from '../../../platform/audit/audit-log.js';
import { Database } from '../../../platform/database/database.js';
import { Deliveries } from '../../../platform/events/deliveries.js';
import { Subscribers } from '../../../platform/events/subscribers.js';
import { type KnownPresence } from '../../domain/gate-question.js';
import { type AdmittedPassage } from '../../domain/overlap.js';
import { EntryAdmitted, EntryRefused, ExitRecorded, type PassageFact } from '../../domain/passage-events.js';

/** A passage as stored, locked. */
export interface StoredPassage {
  id: string;
  at: Date;
  learned_at: Date;
  campus_id: string;
  gate_id: string;
  device_id: string;
  pass_id: string | null;
  visit_id: string | null;
  direction: Direction;
  verdict: 'admit' | 'refuse';
  reason: PassageFact['reason'];
  outcome: Outcome;
  expires_at: Date | null;
  outcome_by: string | null;
  nonce: string;
  counter: number | null;
  skew_seconds: number;
  forced: boolean;
  /** what the device's clock showed, for what came without network */
  said: string | null;
}

const columns = sql.raw(`
  f.id, f.at, f.learned_at, f.campus_id, f.gate_id, f.device_id, f.pass_id, f.visit_id, f.direction, f.verdict, f.reason,
  f.outcome, f.expires_at, f.outcome_by, f.nonce, f.counter::float8 as counter, f.skew_seconds, f.forced,
  f.evidence ->> 'said' as said`);

/** Single passages within commands: the ordinary way beside the hot path. */
@Injectable()
export class PassageBook {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly subscribers: Subscribers,
    private readonly deliveries: Deliveries,
  ) {}

  async withNonce(campusId: string, deviceId: string, nonce: string): Promise<StoredPassage | null> {
    return this.database.first(sql<StoredPassage>`
      select ${columns} from passage_nonce n join passage f on f.campus_id = n.campus_id and f.id = n.passage_id and f.at = n.passage_at
      where n.campus_id = ${campusId} and n.device_id = ${deviceId} and n.nonce = ${nonce} for update of f
    `);
  }

  async withId(campusIds: string[] | null, id: string): Promise<StoredPassage | null> {
    return this.database.first(sql<StoredPassage>`
      select ${columns} from passage f
      where f.id = ${id} and ${campusIds ? sql`f.campus_id = any(${campusIds}::uuid[])` : sql`true`} for update
    `);
  }

  /** Every passage by which the holder came or went, whatever the order in which it was learnt. */
  async admitted(passId: string): Promise<(AdmittedPassage & { gateId: string; counter: number | null })[]> {
    return this.database.rows(sql<AdmittedPassage & { gateId: string; counter: number | null }>`
      select id, (extract(epoch from coalesce(outcome_at, at)) * 1000)::float8 as at, direction, device_id as "deviceId", offline,
             gate_id as "gateId", counter::float8 as counter
      from passage where pass_id = ${passId} and outcome = 'admitted' order by coalesce(outcome_at, at), id
    `);
  }

  async keepPresence(
    pass: { id: string; campusId: string },
    presence: KnownPresence,
    lastPassageId: string | null,
  ): Promise<void> {
    const since = presence.since === null ? null : new Date(presence.since);
    await this.database.run(sql`
      update presence set state = ${presence.state}, confidence = 'sure', since = ${since}, gate_id = ${presence.gateId},
        last_passage_id = ${lastPassageId}, entries_used = ${presence.entriesUsed}, counter_in = ${presence.counterIn},
        counter_out = ${presence.counterOut},
        reserved_nonce = case when ${presence.reservation === null} then null else reserved_nonce end,
        reserved_until = case when ${presence.reservation === null} then null else reserved_until end,
        reserved_gate_id = case when ${presence.reservation === null} then null else reserved_gate_id end
      where campus_id = ${pass.campusId} and pass_id = ${pass.id}
    `);
  }

  /** Writes the audit entry and tells whoever listens. */
  async announce(passage: StoredPassage, action: string, details: Record<string, unknown>, now: Date): Promise<void> {
    const { id, campus_id: campusId, gate_id: gateId, pass_id: passId, visit_id: visitId, reason, direction } = passage;
    const subject = { kind: 'passage', id, campusId };
    await this.audit.append(action, subject, { direction, gateId, passId, ...details }, now);
    const fact = { passageId: id, campusId, gateId, passId, visitId, reason };
    const event = this.eventOf(passage, fact, now);
    if (event) await this.deliveries.add(event, this.subscribers.delivered(event.type));
  }

  private eventOf({ outcome, direction }: StoredPassage, fact: PassageFact, now: Date): DomainEvent | null {
    if (outcome === 'refused' && direction === 'entry') return new EntryRefused(fact, now);
    if (outcome !== 'admitted') return null;
    return direction === 'entry' ? new EntryAdmitted(fact, now) : new ExitRecorded(fact, now);
  }
}
