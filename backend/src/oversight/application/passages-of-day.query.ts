import { Injectable } from '@nestjs/common';
import { type Dashboard, type PassageRow } from '@gatehouse/contract';
import { type RawBuilder, sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { passageColumns, passageRow, type PassageSqlRow } from './passage-row.query.js';
import { seen, type Sight, type Span } from './who-is-inside.query.js';

type Figures = Pick<Dashboard, 'entriesToday' | 'exitsToday' | 'vehiclesToday'>;

interface HourRow {
  hour: number;
  entries: number;
  exits: number;
  entries_yesterday: number;
}

interface GateRow {
  gate_id: string;
  gate_name: string;
  campus_name: string;
  on_foot: number;
  by_car: number;
}

const DAY_MS = 86_400_000;
const LATEST = 10;

const admitted = (direction: 'entry' | 'exit'): RawBuilder<unknown> =>
  sql`outcome = 'admitted' and direction = ${sql.lit(direction)}`;

/** Numbers of the view `passage_fact`, read along the index on its instants. An annulled passage counts nowhere. */
@Injectable()
export class PassagesOfDayQuery {
  constructor(private readonly database: Database) {}

  async figures(sight: Sight, day: Span): Promise<Figures> {
    const row = await this.database.first(sql<Figures>`
      select (count(*) filter (where ${admitted('entry')}))::int as "entriesToday",
             (count(*) filter (where ${admitted('exit')}))::int as "exitsToday",
             (count(*) filter (where ${admitted('entry')} and plate is not null))::int as "vehiclesToday"
      from passage_fact where ${seen(sight)} and ${during(day)}
    `);
    return row ?? { entriesToday: 0, exitsToday: 0, vehiclesToday: 0 };
  }

  async refusals(sight: Sight, day: Span): Promise<Dashboard['refusedToday']> {
    const byReason = await this.database.rows(sql<{ reason: string; count: number }>`
      select reason, count(*)::int as count from passage_fact
      where ${seen(sight)} and ${during(day)} and outcome = 'refused' group by reason order by count(*) desc, reason
    `);
    return { all: byReason.reduce((sum, { count }) => sum + count, 0), byReason };
  }

  /** Hours of the campus day; the entries of the day before stand beside. */
  async byHour(sight: Sight, { from, until }: Span): Promise<Dashboard['byHour']> {
    const yesterday = new Date(from.getTime() - DAY_MS);
    const rows = await this.database.rows(sql<HourRow>`
      select extract(hour from at at time zone 'Asia/Shanghai')::int as hour,
             (count(*) filter (where ${admitted('entry')} and at >= ${from}))::int as entries,
             (count(*) filter (where ${admitted('exit')} and at >= ${from}))::int as exits,
             (count(*) filter (where ${admitted('entry')} and at < ${from}))::int as entries_yesterday
      from passage_fact where ${seen(sight)} and ${during({ from: yesterday, until })} group by 1
    `);
    return Array.from({ length: 24 }, (_, hour) => {
      const row = rows.find((candidate) => candidate.hour === hour);
      return {
        hour,
        entries: row?.entries ?? 0,
        exits: row?.exits ?? 0,
        entriesYesterday: row?.entries_yesterday ?? 0,
      };
    });
  }

  async byGate(sight: Sight, day: Span): Promise<Dashboard['byGate']> {
    const rows = await this.database.rows(sql<GateRow>`
      select gate_id, gate_name, campus_name, (count(*) filter (where plate is null))::int as on_foot,
             (count(*) filter (where plate is not null))::int as by_car
      from passage_fact where ${seen(sight)} and ${during(day)} and ${admitted('entry')}
      group by gate_id, gate_name, campus_name order by count(*) desc, gate_name, gate_id
    `);
    return rows.map((row) => ({
      gate: { id: row.gate_id, name: row.gate_name },
      campusName: row.campus_name,
      onFoot: row.on_foot,
      byCar: row.by_car,
    }));
  }

  async latest(sight: Sight): Promise<PassageRow[]> {
    const rows = await this.database.rows(sql<PassageSqlRow>`
      select ${passageColumns} from passage_fact where ${seen(sight)} order by at desc, id desc limit ${LATEST}
    `);
    return rows.map(passageRow);
  }
}

const during = ({ from, until }: Span): RawBuilder<unknown> => sql`at >= ${from} and at < ${until}`;
