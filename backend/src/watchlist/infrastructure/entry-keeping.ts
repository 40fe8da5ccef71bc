import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { KeptKinds } from '../../platform/retention/kept-kinds.js';
import { keptRows } from '../../platform/retention/kept-rows.js';

/** What the blacklist keeps of people after an entry ended, for retention. */
@Injectable()
export class EntryKeeping {
  constructor(kinds: KeptKinds, database: Database) {
    kinds.add(
      'blacklist-evidence',
      keptRows(database, {
        table: 'blacklist_evidence',
        key: 'id',
        at: '(select e.ended_at from listed_entry e where e.entry_id = kept.entry_id)',
        where: 'not exists (select from held_entry h where h.entry_id = kept.entry_id)',
      }),
    );
    kinds.add(
      'blacklist-entry',
      keptRows(database, {
        table: 'blacklist_entry',
        key: 'id',
        at: 'least(kept.lifted_at, kept.until_at)',
        where: 'kept.erased_at is null and not exists (select from held_entry h where h.entry_id = kept.id)',
        blank: `name = '已删除', reason = '', evidence = null, keys = '[]', resemblances = '[]', lift_reason = null,
          review_note = null, erased_at = now(), version = version + 1`,
      }),
    );
  }
}
