import { Injectable } from '@nestjs/common';
import { type HostMessages } from '@gatehouse/contract';
import { sql } from 'kysely';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Database } from '../../platform/database/database.js';
import { HostBook } from '../application/host-book.js';

@Injectable()
export class SqlHostBook extends HostBook {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {
    super();
  }

  async wishesOf(staffId: string): Promise<HostMessages> {
    const row = await this.database.first(
      sql<HostMessages>`select arrivals, departures from host_messages where staff_id = ${staffId}`,
    );
    return row ?? { arrivals: true, departures: true };
  }

  async keepWishes(staffId: string, { arrivals, departures }: HostMessages): Promise<void> {
    await this.database.run(sql`
      insert into host_messages (staff_id, arrivals, departures) values (${staffId}, ${arrivals}, ${departures})
      on conflict (staff_id) do update set arrivals = excluded.arrivals, departures = excluded.departures
    `);
    await this.audit.append('host.messages-chosen', { kind: 'staff', id: staffId }, { arrivals, departures });
  }

  async isNews(visitId: string, what: string): Promise<boolean> {
    const added = await this.database.run(
      sql`insert into host_told (visit_id, what) values (${visitId}, ${what}) on conflict do nothing`,
    );
    return added === 1;
  }
}
