import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { KeptKinds } from '../../platform/retention/kept-kinds.js';
import { keptRows } from '../../platform/retention/kept-rows.js';

/** Orders of exports with their filters and downloads, for retention. The files themselves expire within days. */
@Injectable()
export class ExportKeeping {
  constructor(kinds: KeptKinds, database: Database) {
    const where = `kept.state in ('failed', 'cancelled', 'expired')`;
    kinds.add('export', keptRows(database, { table: 'export_job', key: 'id', at: 'kept.requested_at', where }));
  }
}
