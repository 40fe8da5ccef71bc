import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { KeptKinds } from '../../platform/retention/kept-kinds.js';
import { keptRows } from '../../platform/retention/kept-rows.js';

/** Messages that were sent, or that nobody could send for so long, for retention. */
@Injectable()
export class NoticeKeeping {
  constructor(kinds: KeptKinds, database: Database) {
    kinds.add('notice', keptRows(database, { table: 'notice', key: 'id', at: 'kept.created_at', where: 'true' }));
  }
}
