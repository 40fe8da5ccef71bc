import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { campusDay } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { Rules, standingTerms } from '../../policy/public.js';
import { Database } from '../../platform/database/database.js';
import { HostAvailability } from '../public.js';

/** Suspensions and monthly quotas, where the policy holds hosts to account. */
@Injectable()
export class HostAvailabilityQuery extends HostAvailability {
  constructor(
    private readonly database: Database,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {
    super();
  }

  async mayReceive(hostId: string, people: number, from: Date, ownVisitId?: string): Promise<boolean> {
    const { enabled, monthlyQuota } = standingTerms((await this.rules.current()).settings);
    if (!enabled) return true;
    const suspended = await this.database.first(sql`
      select host_id from suspended_host where host_id = ${hostId} and suspended_until > ${this.clock.now()}
    `);
    if (suspended) return false;
    if (monthlyQuota === null) return true;
    // Two bookings at the same moment must count each other.
    await this.database.rows(sql`select pg_advisory_xact_lock(4720019, hashtext(${hostId}))`);
    const booked = await this.database.first(sql<{ people: number }>`
      select coalesce(sum(people), 0)::int as people from visit_of_host
      where host_id = ${hostId} and month = ${campusDay(from).slice(0, 7)}
        and visit_id is distinct from ${ownVisitId ?? null}::uuid
        and (status in ('pending', 'approved') or (status = 'expired' and decided_at is not null))
    `);
    return (booked?.people ?? 0) + people <= monthlyQuota;
  }
}
