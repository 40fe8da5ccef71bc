import { Injectable } from '@nestjs/common';
import { type PassageFilter, type PassageRow } from '@gatehouse/contract';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { passageConditions, type PassageScope } from '../../passage/public.js';
import { Database } from '../../platform/database/database.js';
import { passageColumns, passageRow, type PassageSqlRow } from './passage-row.query.js';

const CHUNK = 500;
/** What one sheet of a workbook holds, less its heading. */
const MOST_ROWS = 1_048_575;

/**
 * The rows of an export, newest first like the list. Read page by page along the keyset: the memory stays the same, and a
 * slow reader keeps neither a connection nor a snapshot busy. What happens at the gates meanwhile is newer and left out.
 */
@Injectable()
export class ExportedPassagesQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async *rows(filter: PassageFilter, scope: PassageScope): AsyncGenerator<PassageRow[]> {
    let cursor = { at: this.clock.now().toISOString(), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
    for (let sent = 0; sent < MOST_ROWS;) {
      const rows = await this.database.rows(sql<PassageSqlRow & { instant: string }>`
        select ${passageColumns}, at::text as instant from passage_fact
        where ${passageConditions(filter, scope)} and (at, id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)
        order by at desc, id desc limit ${Math.min(CHUNK, MOST_ROWS - sent)}
      `);
      const last = rows.at(-1);
      if (!last) return;
      yield rows.map(passageRow);
      cursor = { at: last.instant, id: last.id };
      sent += rows.length;
    }
  }
}
