import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';

export interface Deputy {
  id: string;
  /** in whose place */
  hostName: string;
}

/** Who stands in for a host at a moment. Reads the view `deputy_of_host`, which approval owns. */
@Injectable()
export class HostDeputies {
  constructor(private readonly database: Database) {}

  of(hostId: string, at: Date): Promise<Deputy[]> {
    return this.database.rows(sql<Deputy>`
      select delegate_id as id, host_name as "hostName" from deputy_of_host
      where host_id = ${hostId} and from_at <= ${at} and until_at > ${at} order by delegate_id
    `);
  }
}
