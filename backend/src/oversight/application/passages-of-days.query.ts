import { Injectable } from '@nestjs/common';
import { type PassageRow } from '@gatehouse/contract';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { type HourCount } from './day-figures.js';
import { passageColumns, passageRow, type PassageSqlRow } from './passage-row.query.js';
import { seen, type Sight, type Span } from './sight-row.js';

const HOUR_MS = 3_600_000;
const LATEST = 10;

interface CountRow {
  hour: number;
  campus_id: string;
  gate_id: string;
  kind: HourCount['kind'];
  detail: string;
  passages: number;
}

/** What passed the gates, from the counted hours and, for the newest, the passages themselves. An annulled one counts nowhere. */
@Injectable()
export class PassagesOfDaysQuery {
  constructor(private readonly database: Database) {}

  /** By campus hour, gate, kind and detail. */
  async counts(sight: Sight, { from, until }: Span): Promise<HourCount[]> {
    const rows = await this.database.rows(sql<CountRow>`
      select extract(hour from hour at time zone 'Asia/Shanghai')::int as hour, campus_id, gate_id, kind, detail,
             sum(passages)::int as passages
      from passage_count where ${seen(sight)} and hour >= ${from} and hour < ${until} group by 1, 2, 3, 4, 5
    `);
    return rows.map(({ campus_id: campusId, gate_id: gateId, ...row }) => ({ ...row, campusId, gateId }));
  }

  /** Of the hour in which the span ends, only what happened before its end. */
  async lastHour(sight: Sight, until: Date): Promise<Pick<HourCount, 'kind' | 'passages'>[]> {
    const from = new Date(Math.floor(until.getTime() / HOUR_MS) * HOUR_MS);
    return this.database.rows(sql<Pick<HourCount, 'kind' | 'passages'>>`
      select kind, count(*)::int as passages from passage_tally
      where ${seen(sight)} and at >= ${from} and at < ${until} group by kind
    `);
  }

  async latest(sight: Sight): Promise<PassageRow[]> {
    const rows = await this.database.rows(sql<PassageSqlRow>`
      select ${passageColumns} from passage_fact where ${seen(sight)} order by at desc, id desc limit ${LATEST}
    `);
    return rows.map(passageRow);
  }
}
