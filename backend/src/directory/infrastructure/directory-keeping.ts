import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { KeptKinds } from '../../platform/retention/kept-kinds.js';
import { keptRows } from '../../platform/retention/kept-rows.js';

/** What is kept of staff who left and of earlier comparisons, for retention. */
@Injectable()
export class DirectoryKeeping {
  constructor(kinds: KeptKinds, database: Database) {
    kinds.add(
      'leaver-contact',
      keptRows(database, {
        table: 'staff_member',
        key: 'id',
        at: 'kept.left_at',
        where: 'not kept.active and (kept.mobile_index is not null or kept.mail_index is not null)',
        blank: 'mobile_index = null, mobile_sealed = null, mail_index = null, mail_sealed = null',
      }),
    );
    kinds.add(
      'directory-report',
      keptRows(database, {
        table: 'directory_sync_line',
        key: 'sync_id, position',
        at: '(select s.at from directory_sync s where s.id = kept.sync_id)',
        where: 'true',
      }),
    );
  }
}
