import { type EquipmentFault } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Database } from '../../platform/database/database.js';
import { type Errand, ProvisioningBook } from '../application/provisioning-book.js';
import { afterTry } from '../domain/delivery-plan.js';

/** A device that has not answered within this time is asked again. */
const ANSWER_SECONDS = 120;
/** Nobody has to lie on a device days before the visit. */
const AHEAD_HOURS = 24;

const errand = sql`
  p.id, p.device_id as "deviceId", p.pass_id as "passId", a.visit_id as "visitId", a.person_index as "personIndex",
  p.number::int as number, p.wanted, p.attempts, p.valid_from as "validFrom", p.valid_until as "validUntil"`;

@Injectable()
export class SqlProvisioningBook extends ProvisioningBook {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {
    super();
  }

  /** On a device belongs whoever may pass its gates, has a photo there and a standing consent for it; nobody else. */
  async plan(facesOn: boolean, now: Date): Promise<number> {
    const ahead = new Date(now.getTime() + AHEAD_HOURS * 3_600_000);
    const changed = await this.database.first(sql<{ changed: number }>`
      with wanted as (
        select e.id as device_id, e.campus_id, a.pass_id, a.period_from, a.period_until, max(h.claimed_at) as photo_at
        from equipment e
        join pass_at_gates a on a.campus_id = e.campus_id and not a.revoked and a.period_until > ${now}
          and a.period_from <= ${ahead} and (a.gate_ids = '{}' or a.gate_ids && e.gate_ids)
        join photo_held h on h.visit_id = a.visit_id and h.person_index = a.person_index and h.kind = 'face'
        where ${facesOn} and e.faces and e.state = 'open' and exists (
          select from face_consent_standing s where s.visit_id = a.visit_id and s.person_index = a.person_index)
        group by e.id, e.campus_id, a.pass_id, a.period_from, a.period_until
      ), brought as (
        insert into provisioning as p (id, campus_id, device_id, pass_id, wanted, state, attempts, next_attempt_at,
          valid_from, valid_until, photo_at, changed_at)
        select gen_random_uuid(), campus_id, device_id, pass_id, 'held', 'waiting', 0, ${now}, period_from, period_until,
          photo_at, ${now} from wanted
        on conflict (device_id, pass_id) do update set wanted = 'held', state = 'waiting', attempts = 0, fault = null,
          next_attempt_at = excluded.next_attempt_at, valid_from = excluded.valid_from,
          valid_until = excluded.valid_until, photo_at = excluded.photo_at, changed_at = excluded.changed_at
        where p.wanted = 'gone' or (p.valid_from, p.valid_until, p.photo_at)
          is distinct from (excluded.valid_from, excluded.valid_until, excluded.photo_at)
        returning 1
      ), dropped as (
        update provisioning p set wanted = 'gone', state = 'waiting', attempts = 0, fault = null,
          next_attempt_at = ${now}, changed_at = ${now}
        where p.wanted = 'held'
          and not exists (select from wanted w where w.device_id = p.device_id and w.pass_id = p.pass_id)
        returning 1
      )
      select ((select count(*) from brought) + (select count(*) from dropped))::int as changed
    `);
    return changed?.changed ?? 0;
  }

  take(limit: number, now: Date): Promise<Errand[]> {
    const until = new Date(now.getTime() + ANSWER_SECONDS * 1000);
    return this.database.rows(sql<Errand>`
      with due as (
        select p.id from provisioning p
        where (p.state in ('waiting', 'sent') or (p.state = 'failed' and p.wanted = 'gone')) and p.next_attempt_at <= ${now}
          -- a device that fetches its orders may be away for long: they wait for it
          and not exists (select from equipment_order o where o.provisioning_id = p.id and o.attempt = p.attempts
            and o.given_at is null and o.done_at is null)
        order by p.next_attempt_at, p.id limit ${limit} for update of p skip locked
      ), taken as (
        update provisioning p set state = 'sent', attempts = p.attempts + 1, next_attempt_at = ${until}
        from due where p.id = due.id
        returning p.*
      )
      select ${errand} from taken p join pass_at_gates a on a.pass_id = p.pass_id order by p.device_id, p.id
    `);
  }

  withId(id: string): Promise<Errand | null> {
    return this.database.first(
      sql<Errand>`select ${errand} from provisioning p join pass_at_gates a on a.pass_id = p.pass_id where p.id = ${id}`,
    );
  }

  async settle({ id, deviceId, passId, wanted, attempts }: Errand, fault: EquipmentFault | null, now: Date) {
    const next = afterTry(wanted, fault, attempts, now);
    // Whatever was planned anew in the meantime is another errand.
    const settled = await this.database.first(sql<{ campus_id: string }>`
      update provisioning set state = ${next.state}, fault = ${fault}, next_attempt_at = ${next.tryAgainAt ?? now}, changed_at = ${now}
      where id = ${id} and wanted = ${wanted} and attempts = ${attempts} and state = 'sent'
      returning campus_id
    `);
    if (!settled || next.state === 'waiting') return;
    const word = next.state === 'failed' ? 'failed' : wanted === 'held' ? 'brought' : 'removed';
    const subject = { kind: 'device', id: deviceId, campusId: settled.campus_id };
    await this.audit.append(`equipment.person-${word}`, subject, { passId, ...(fault && { fault }) }, now);
  }

  async again(deviceId: string, id: string | null, now: Date): Promise<number> {
    const which = id ? sql`id = ${id} and (wanted = 'held' or state <> 'done')` : sql`state = 'failed'`;
    const rows = await this.database.rows(sql<{ campus_id: string; pass_id: string }>`
      update provisioning set state = 'waiting', attempts = 0, fault = null, next_attempt_at = ${now}, changed_at = ${now}
      where device_id = ${deviceId} and ${which} returning campus_id, pass_id
    `);
    for (const { campus_id: campusId, pass_id: passId } of rows)
      await this.audit.append('equipment.pushed-again', { kind: 'device', id: deviceId, campusId }, { passId }, now);
    return rows.length;
  }

  async passOf(deviceId: string, number: number): Promise<string | null> {
    const row = await this.database.first(
      sql<{ pass_id: string }>`select pass_id from provisioning where device_id = ${deviceId} and number = ${number}`,
    );
    return row?.pass_id ?? null;
  }
}
