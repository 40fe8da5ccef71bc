import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { type Sight } from './sight-row.js';

export interface Place {
  campusId: string;
  campusName: string;
  gateId: string | null;
  gateName: string | null;
}

/** Campuses with their gates, as far as the reader sees them; a campus without a gate is there too. */
@Injectable()
export class PlacesQuery {
  constructor(private readonly database: Database) {}

  seen({ campus, scope }: Sight): Promise<Place[]> {
    return this.database.rows(sql<Place>`
      select c.id as "campusId", c.name as "campusName", g.gate_id as "gateId", g.name as "gateName"
      from campus c left join gate_of_campus g on g.campus_id = c.id
      where (${campus ?? null}::uuid is null or c.id = ${campus ?? null}::uuid)
        and (${scope.campusIds}::uuid[] is null or c.id = any(${scope.campusIds}::uuid[]))
      order by c.sort, c.number, g.sort, g.name
    `);
  }
}
