import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { KeyedColumns } from '../../platform/crypto/keyed-columns.js';

/** Where proven phones are kept by blind index, for renewing it. Codes under way are bound to the earlier one: they end. */
@Injectable()
export class VisitorIndexes {
  constructor(columns: KeyedColumns) {
    columns.addIndexes((renewed) => sql`update visitor_session set mobile_index = ${renewed('mobile_index')}`);
    columns.addIndexes(
      (renewed) => sql`
        update one_time_code set mobile_index = ${renewed('mobile_index')},
          expires_at = case when used_at is null then least(expires_at, sent_at) else expires_at end
      `,
    );
  }
}
