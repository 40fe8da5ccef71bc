import { type VisitStatus, type WalkInView } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Hosts } from '../../directory/public.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';

interface WalkInRow {
  id: string;
  visit_id: string;
  number: string;
  status: VisitStatus;
  person_name: string;
  host_id: string;
  asked_at: Date;
  waiting_for: string[] | null;
  answered_by: string | null;
  opinion: string | null;
  passes: { name: string; number: string }[] | null;
}

/** What a visit that began at the gate is to the guard. */
export const walkInState: Record<VisitStatus, WalkInView['state']> = {
  pending: 'waiting',
  approved: 'approved',
  declined: 'declined',
  cancelled: 'over',
  expired: 'over',
};
const DAY_MS = 86_400_000;

/** Walk-ins as the guard follows them. */
@Injectable()
export class WalkInsQuery {
  constructor(
    private readonly database: Database,
    private readonly hosts: Hosts,
    private readonly clock: Clock,
  ) {}

  async one(id: string, deviceId: string): Promise<WalkInView> {
    const [row] = await this.rows(sql`w.id = ${id} and w.device_id = ${deviceId}`);
    if (!row) throw new DomainError('walk-in.not-found');
    return this.view(row);
  }

  /** Those that this device registered within a day. */
  async ofDevice(deviceId: string): Promise<WalkInView[]> {
    const since = new Date(this.clock.now().getTime() - DAY_MS);
    const rows = await this.rows(sql`w.device_id = ${deviceId} and w.asked_at > ${since}`);
    return Promise.all(rows.map((row) => this.view(row)));
  }

  private rows(where: ReturnType<typeof sql>): Promise<WalkInRow[]> {
    return this.database.rows(sql<WalkInRow>`
      select w.id, w.visit_id, v.number, v.status, v.person_name, v.host_id, w.asked_at,
        (select array_agg(distinct s.approver_name) from approval_step s
         where s.subject_kind = 'visit' and s.subject_id = v.visit_id and s.state = 'waiting') as waiting_for,
        last.approver_name as answered_by, last.opinion,
        (select jsonb_agg(jsonb_build_object('name', p.person_name, 'number', p.number) order by p.person_index)
         from pass_of_visit p where p.visit_id = v.visit_id and not p.revoked) as passes
      from walk_in w join walk_in_visit v on v.visit_id = w.visit_id
      left join lateral (
        select s.approver_name, s.opinion from approval_step s
        where s.subject_kind = 'visit' and s.subject_id = v.visit_id and s.decided_at is not null
        order by s.decided_at desc limit 1) last on true
      where ${where} order by w.asked_at desc
    `);
  }

  private async view(row: WalkInRow): Promise<WalkInView> {
    const host = await this.hosts.withId(row.host_id);
    return {
      id: row.id,
      state: walkInState[row.status],
      visitNumber: row.number,
      personName: maskName(row.person_name),
      hostName: host?.name ?? '',
      unitName: host?.unitName ?? '',
      askedAt: row.asked_at.toISOString(),
      waitingFor: row.waiting_for ?? [],
      answeredBy: row.answered_by,
      opinion: row.opinion,
      passes: (row.passes ?? []).map(({ name, number }) => ({ personName: maskName(name), number })),
    };
  }
}
