import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { KeyedColumns } from '../../platform/crypto/keyed-columns.js';

/** Where numbers and addresses of staff are kept by blind index, for renewing it. */
@Injectable()
export class StaffIndexes {
  constructor(columns: KeyedColumns) {
    columns.addIndexes(
      (renewed) => sql`
        update staff_member set mobile_index = ${renewed('mobile_index')}, mail_index = ${renewed('mail_index')}
        where mobile_index is not null or mail_index is not null
      `,
    );
  }
}
