import { Injectable } from '@nestjs/common';
import { type VisitScreening } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { LookAlikes } from './look-alikes.js';
import { OfficeCheck } from './office-check.js';
import { type VisitScope, within } from './staff-visits.query.js';
import { visitColumns, type VisitSqlRow, visitTables } from './visit-row.js';

/** What the blacklist says of the people of a visit at this moment, for the security office. */
@Injectable()
export class VisitScreeningQuery {
  constructor(
    private readonly database: Database,
    private readonly office: OfficeCheck,
    private readonly lookAlikes: LookAlikes,
  ) {}

  async of(visitId: string, scope: VisitScope): Promise<VisitScreening> {
    const row = await this.database.first(sql<VisitSqlRow>`
      select ${visitColumns} from ${visitTables} where v.id = ${visitId} and ${within(scope)}
    `);
    if (!row) throw new DomainError('visit.not-found');
    const visit = { ...row, campusId: row.campus_id };
    const [met, similar] = await Promise.all([this.office.entries(visit), this.lookAlikes.of(visit)]);
    const people = row.party.map(({ index, name }, at) => {
      const hits = met[at] ?? [];
      const isHit = ({ id }: { id: string }) => hits.some((hit) => hit.id === id);
      return { index, name: maskName(name), hits, similar: (similar[at] ?? []).filter((entry) => !isHit(entry)) };
    });
    return { people };
  }
}
