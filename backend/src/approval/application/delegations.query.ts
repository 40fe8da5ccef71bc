import { Injectable } from '@nestjs/common';
import { type DelegateChoice, type DelegationPage, type DelegationRow } from '@gatehouse/contract';
import { type RawBuilder, sql } from 'kysely';
import { Hosts } from '../../directory/public.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';

interface Row {
  id: string;
  owner_name: string;
  delegate_name: string;
  from_at: Date;
  until_at: Date;
  reason: string;
  ended_at: Date | null;
}

const MOST = 50;

/** One's own delegations, given and received. */
@Injectable()
export class DelegationsQuery {
  constructor(
    private readonly database: Database,
    private readonly hosts: Hosts,
    private readonly clock: Clock,
  ) {}

  async page(staffId: string): Promise<DelegationPage> {
    const open = sql`ended_at is null and until_at > ${this.clock.now()}`;
    return {
      given: await this.rows(sql`owner_id = ${staffId}`),
      received: await this.rows(sql`delegate_id = ${staffId} and ${open}`),
    };
  }

  async candidates(staffId: string, words: string): Promise<DelegateChoice[]> {
    const staff = await this.hosts.withId(staffId);
    const colleagues = staff ? await this.hosts.colleaguesOf(staff, words) : [];
    return colleagues.map(({ id, name, title, unitName }) => ({ id, name, title, unitName }));
  }

  private async rows(condition: RawBuilder<unknown>): Promise<DelegationRow[]> {
    const rows = await this.database.rows(sql<Row>`
      select id, owner_name, delegate_name, from_at, until_at, reason, ended_at
      from delegation where ${condition} order by from_at desc, id desc limit ${MOST}
    `);
    return rows.map((row) => ({
      id: row.id,
      ownerName: row.owner_name,
      delegateName: row.delegate_name,
      period: { from: row.from_at.toISOString(), until: row.until_at.toISOString() },
      reason: row.reason,
      state: stateOf(row, this.clock.now()),
      endedAt: row.ended_at?.toISOString() ?? null,
    }));
  }
}

function stateOf({ ended_at, from_at, until_at }: Row, now: Date): DelegationRow['state'] {
  if (ended_at) return 'ended';
  if (until_at <= now) return 'over';
  return from_at > now ? 'coming' : 'active';
}
