import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { ClosureBook, type ClosureFacts } from '../public.js';

@Injectable()
export class SqlClosureBook extends ClosureBook {
  constructor(private readonly database: Database) {
    super();
  }

  /** Reads the view `gate_of_campus`, which passage owns. */
  facts(closureId: string): Promise<ClosureFacts | null> {
    return this.database.first(sql<ClosureFacts>`
      select c.campus_id as "campusId", c.gate_id as "gateId", g.name as "gateName", c.begins, c.ends, c.reason
      from closure c left join gate_of_campus g on g.gate_id = c.gate_id where c.id = ${closureId}
    `);
  }
}
