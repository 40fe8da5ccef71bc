import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { type Counted, type QuotaSlot, slotsOf } from '../domain/quotas.js';
import { QuotaBook, Rules } from '../public.js';

/** Any fixed number; the second half of the lock is the campus. */
const LOCK = 4_720_033;

@Injectable()
export class SqlQuotaBook extends QuotaBook {
  constructor(
    private readonly database: Database,
    private readonly rules: Rules,
  ) {
    super();
  }

  async hasRoom(booking: Counted, people: number, ownVisitId?: string): Promise<boolean> {
    const { quotas = [] } = (await this.rules.current()).settings;
    const slots = slotsOf(booking, quotas);
    if (slots.length === 0) return true;
    // Two bookings at the same moment must count each other.
    await this.database.rows(sql`select pg_advisory_xact_lock(${LOCK}, hashtext(${booking.campusId}))`);
    for (const slot of slots)
      if ((await this.used(slot, booking.campusId, ownVisitId)) + people > slot.quota.most) return false;
    return true;
  }

  /** Reads the view `visit_under_rules`, which visit owns. By hour counts where visits begin, else every day they touch. */
  private async used(
    { quota, from, until, hostId }: QuotaSlot,
    campusId: string,
    ownVisitId?: string,
  ): Promise<number> {
    const within =
      quota.per === 'hour'
        ? sql`period_from >= ${from} and period_from < ${until}`
        : sql`period_from < ${until} and period_until > ${from}
            and (weekly is null or weekly -> 'weekdays' @> to_jsonb(extract(isodow from ${from}::timestamptz at time zone 'Asia/Shanghai')::int))`;
    const row = await this.database.first(sql<{ people: number }>`
      select coalesce(sum(people), 0)::int as people from visit_under_rules
      where campus_id = ${campusId} and counts and ${within}
        and ${quota.purpose === null ? sql`true` : sql`purpose = ${quota.purpose}`}
        and ${hostId === null ? sql`true` : sql`host_id = ${hostId}`}
        and visit_id is distinct from ${ownVisitId ?? null}::uuid
    `);
    return row?.people ?? 0;
  }
}
