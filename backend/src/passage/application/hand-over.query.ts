import { type HandOverSheet, type Named } from '@gatehouse/contract';
import { REASON_TEXT } from '@gatehouse/contract/pass/reason-text';
import { type Reason } from '@gatehouse/contract/pass/reason';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { EmergenciesQuery } from './emergencies.query.js';

interface Watch {
  campusId: string;
  gateIds: string[];
  from: Date;
  until: Date;
}

/** A shift at some gates, for whoever takes over. */
@Injectable()
export class HandOverQuery {
  constructor(
    private readonly database: Database,
    private readonly emergencies: EmergenciesQuery,
    private readonly clock: Clock,
  ) {}

  async of(watch: Watch): Promise<HandOverSheet> {
    const { campusId, gateIds, from, until } = watch;
    const mine = sql`f.campus_id = ${campusId} and f.gate_id = any(${gateIds}::uuid[]) and f.at >= ${from} and f.at < ${until}`;
    const [campus] = await this.database.rows(sql<Named>`select id, name from campus where id = ${campusId}`);
    const gates = await this.database.rows(
      sql<Named>`select id, name from gate where id = any(${gateIds}::uuid[]) order by sort, code`,
    );
    const passages = await this.database.rows(sql<HandOverSheet['passages'][number]>`
      select jsonb_build_object('id', f.gate_id, 'name', f.gate_name) as gate,
        count(*) filter (where outcome = 'admitted' and direction = 'entry')::int as entries,
        count(*) filter (where outcome = 'admitted' and direction = 'exit')::int as exits,
        count(*) filter (where outcome = 'refused')::int as refused, count(*) filter (where outcome = 'lapsed')::int as lapsed,
        count(*) filter (where outcome = 'annulled')::int as annulled, count(*) filter (where forced)::int as forced,
        count(*) filter (where outcome = 'admitted' and plate is not null)::int as vehicles
      from passage_fact f where ${mine} group by f.gate_id, f.gate_name order by f.gate_name
    `);
    const refusals = await this.database.rows(sql<{ reason: Reason; count: number }>`
      select reason, count(*)::int as count from passage_fact f where ${mine} and outcome = 'refused'
      group by reason order by count desc, reason
    `);
    const annulments = await this.database.rows(sql<HandOverSheet['annulments'][number]>`
      select to_json(annulled_at) #>> '{}' as at, direction, gate_name as "gateName", annulled_by as by, annul_reason as reason
      from passage_fact f where ${mine} and outcome = 'annulled' order by annulled_at
    `);
    return {
      from: from.toISOString(),
      until: until.toISOString(),
      campus: campus ?? { id: campusId, name: '' },
      gates,
      guards: await this.guards(watch),
      passages,
      refusals: refusals.map(({ reason, count }) => ({ reason, count, text: REASON_TEXT[reason].headline })),
      annulments,
      incidents: await this.incidents(watch),
      emergencies: (await this.emergencies.ofCampuses([campusId], false))
        .filter(({ gate }) => gateIds.includes(gate.id))
        .map(({ id, gate, state, missing }) => ({ id, gateName: gate.name, state, missing: missing.length })),
      walkIns: await this.walkIns(watch),
      open: await this.open(watch),
    };
  }

  private async guards({ gateIds, from, until }: Watch): Promise<HandOverSheet['guards']> {
    const rows = await this.database.rows(sql<{ name: string; from: Date; until: Date | null }>`
      select g.name, s.began_at as from, s.ended_at as until
      from guard_session s join guard g on g.id = s.guard_id join device d on d.id = s.device_id
      where d.gate_ids && ${gateIds}::uuid[] and s.began_at < ${until} and coalesce(s.ended_at, s.expires_at) > ${from}
      order by s.began_at
    `);
    return rows.map((row) => ({
      name: row.name,
      from: row.from.toISOString(),
      until: row.until?.toISOString() ?? null,
    }));
  }

  private async incidents({ campusId, gateIds, from, until }: Watch): Promise<HandOverSheet['incidents']> {
    const rows = await this.database.rows(sql<{ id: string; kind: string; state: 'open' | 'closed'; found_at: Date }>`
      select i.id, i.kind, i.state, i.found_at from incident i
      where i.campus_id = ${campusId} and i.found_at >= ${from} and i.found_at < ${until} and exists (
        select from passage f where f.campus_id = i.campus_id and f.id = any(i.passage_ids) and f.gate_id = any(${gateIds}::uuid[]))
      order by i.found_at
    `);
    return rows.map(({ found_at, ...row }) => ({ ...row, foundAt: found_at.toISOString() }));
  }

  private async walkIns({ gateIds, from, until }: Watch): Promise<HandOverSheet['walkIns']> {
    const counts = await this.database.first(sql<HandOverSheet['walkIns']>`
      select count(*) filter (where v.status = 'pending')::int as waiting,
        count(*) filter (where v.status = 'approved')::int as approved,
        count(*) filter (where v.status = 'declined')::int as declined
      from walk_in w join walk_in_visit v on v.visit_id = w.visit_id
      where w.gate_id = any(${gateIds}::uuid[]) and w.asked_at >= ${from} and w.asked_at < ${until}
    `);
    return counts ?? { waiting: 0, approved: 0, declined: 0 };
  }

  private async open({ campusId, gateIds }: Watch): Promise<HandOverSheet['open']> {
    const now = this.clock.now();
    const counts = await this.database.first(sql<{ insideNow: number; overdue: number; waitingVerdicts: number }>`
      select (select count(*) from presence_fact where campus_id = ${campusId})::int as "insideNow",
        (select count(*) from presence_fact where campus_id = ${campusId} and stay_until <= ${now})::int as overdue,
        (select count(*) from passage where campus_id = ${campusId} and gate_id = any(${gateIds}::uuid[]) and outcome = 'waiting'
           and at > ${now}::timestamptz - interval '1 day')::int as "waitingVerdicts"
    `);
    const queues = await this.database.rows(sql<{ device: string; length: number }>`
      select name as device, queue_length as length from device
      where gate_ids && ${gateIds}::uuid[] and state = 'paired' and queue_length > 0 order by name
    `);
    return { ...(counts ?? { insideNow: 0, overdue: 0, waitingVerdicts: 0 }), queues };
  }
}
