import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { KeptKinds } from '../retention/kept-kinds.js';
import { keptRows } from '../retention/kept-rows.js';

/** Deliveries that are done, for retention. What is stuck stays until somebody sends it again. */
@Injectable()
export class DeliveryKeeping {
  constructor(kinds: KeptKinds, database: Database) {
    const where = `kept.state = 'done'`;
    kinds.add('delivery', keptRows(database, { table: 'delivery', key: 'id', at: 'kept.created_at', where }));
  }
}
