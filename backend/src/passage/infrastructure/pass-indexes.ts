import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { KeyedColumns } from '../../platform/crypto/keyed-columns.js';

/** Where passes keep blind indexes, for renewing them. */
@Injectable()
export class PassIndexes {
  constructor(columns: KeyedColumns) {
    columns.addIndexes(
      (renewed) => sql`
        update pass set version = version + 1, document_index = ${renewed('document_index')}, mobile_index = ${renewed('mobile_index')}
        where document_index is not null or mobile_index is not null
      `,
    );
    columns.addIndexes((renewed) => sql`update pass_phone set mobile_index = ${renewed('mobile_index')}`);
  }
}
