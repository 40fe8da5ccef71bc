import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { answeredForBy } from '../application/host-visits.query.js';
import { Visits } from '../application/visits.js';
import { type PartyMember } from '../domain/party-member.js';
import { type VisitPeriod } from '../domain/visit-period.js';
import { type Visit } from '../domain/visit.js';
import { VisitSchema } from './visit.schema.js';

@Injectable()
export class MikroVisits extends Visits {
  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
  ) {
    super();
  }

  add(visit: Visit): void {
    this.em.persist(visit);
  }

  async withId(id: string): Promise<Visit> {
    const visit = await this.find(id);
    if (!visit) throw new DomainError('visit.not-found');
    return visit;
  }

  find(id: string): Promise<Visit | null> {
    return this.em.findOne(VisitSchema, { id });
  }

  async claim(requestKey: string): Promise<Visit | null> {
    await this.database.rows(sql`select pg_advisory_xact_lock(hashtextextended(${requestKey}, 0))`);
    return this.em.findOne(VisitSchema, { requestKey });
  }

  async overdue(now: Date, limit: number): Promise<string[]> {
    const rows = await this.database.rows(sql<{ id: string }>`
      select id from visit where status in ('pending', 'approved') and period_until <= ${now} order by period_until limit ${limit}
    `);
    return rows.map(({ id }) => id);
  }

  async isAlreadyBooked(
    applicant: PartyMember | undefined,
    hostId: string,
    period: VisitPeriod,
    exceptVisitId?: string,
  ): Promise<boolean> {
    const { mobileIndex, documentIndex } = applicant ?? {};
    const probe = JSON.stringify([{ index: 0, mobileIndex, documentIndex }]);
    const found = await this.database.first(sql<{ id: string }>`
      select id from visit
      where party @> ${probe}::jsonb and host_id = ${hostId} and status in ('pending', 'approved')
        and period_from < ${period.until} and period_until > ${period.from} and id is distinct from ${exceptVisitId ?? null}::uuid
      limit 1
    `);
    return found !== null;
  }

  async ofApproval(approvalId: string): Promise<Visit> {
    const row = await this.database.first(sql<{ id: string }>`
      select subject_id as id from approval_route where approval_id = ${approvalId} and subject_kind = 'visit'
    `);
    if (!row) throw new DomainError('approval.not-found');
    return this.withId(row.id);
  }

  async answeredForBy(staffId: string, visitId: string, now: Date): Promise<Visit> {
    const row = await this.database.first(sql<{ id: string }>`
      select v.id from visit v where v.id = ${visitId} and ${answeredForBy(staffId, now)}
    `);
    if (!row) throw new DomainError('visit.not-found');
    return this.withId(row.id);
  }

  /** Reads the view `pass_of_visit`, which passage owns. */
  async staying(now: Date, limit: number): Promise<{ visit: Visit; dayEnd: Date | null }[]> {
    const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    const stage = (end: RawBuilder<unknown>) =>
      sql`case when ${end} > ${now} then 1 when ${end} > ${at(-60)} then 2 else 3 end`;
    const isDue = (end: RawBuilder<unknown>) => sql`${end} > ${at(-24 * 60)} and ${end} <= ${at(30)}`;
    const stayed = sql`p.visit_id = v.id and p.inside and p.confidence <> 'presumed-left'`;
    const rows = await this.database.rows(sql<{ id: string; dayEnd: Date | null }>`
      select v.id, null::timestamptz as "dayEnd" from visit v
      where v.weekly is null and v.stay_stage < 3 and v.status in ('approved', 'cancelled', 'expired')
        and ${isDue(sql`v.period_until`)} and v.stay_stage < (${stage(sql`v.period_until`)})
        and exists (select from pass_of_visit p where ${stayed})
      order by v.period_until limit ${limit} for update of v skip locked
    `);
    const long = await this.database.rows(sql<{ id: string; dayEnd: Date | null }>`
      select v.id, (select min(p.stay_until) from pass_of_visit p where ${stayed}) as "dayEnd" from visit v
      where v.weekly is not null and v.status in ('approved', 'cancelled', 'expired') and v.period_until > ${at(-24 * 60)}
        and exists (
          select from pass_of_visit p where ${stayed} and ${isDue(sql`p.stay_until`)}
            and (v.stay_end is distinct from p.stay_until or v.stay_stage < (${stage(sql`p.stay_until`)}))
            and p.stay_until = (select min(p.stay_until) from pass_of_visit p where ${stayed})
        )
      order by v.period_until limit ${limit} for update of v skip locked
    `);
    const ends = new Map([...rows, ...long].map(({ id, dayEnd }) => [id, dayEnd]));
    const visits = await this.em.find(VisitSchema, { id: { $in: [...ends.keys()] } });
    return visits.map((visit) => ({ visit, dayEnd: ends.get(visit.id) ?? null }));
  }

  /** Reads the view `pass_of_visit`, which passage owns. */
  async isAnybodyInside(visitId: string): Promise<boolean> {
    return (
      (await this.database.first(sql`select from pass_of_visit where visit_id = ${visitId} and inside limit 1`)) !==
      null
    );
  }

  async openBetween(campusId: string, { from, until }: VisitPeriod): Promise<Visit[]> {
    const rows = await this.database.rows(sql<{ id: string }>`
      select id from visit where campus_id = ${campusId} and status in ('pending', 'approved')
        and period_from < ${until} and period_until > ${from} order by id
    `);
    return this.em.find(VisitSchema, { id: { $in: rows.map(({ id }) => id) } });
  }

  async isFree(number: string): Promise<boolean> {
    return (await this.database.first(sql`select id from visit where number = ${number}`)) === null;
  }
}
