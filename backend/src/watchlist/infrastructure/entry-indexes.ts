import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { KeyedColumns } from '../../platform/crypto/keyed-columns.js';

/** Where the blacklist keeps blind indexes, for renewing them. Plates are matched in clear. */
@Injectable()
export class EntryIndexes {
  constructor(columns: KeyedColumns) {
    columns.addIndexes(
      (renewed) => sql`
        update blacklist_entry set version = version + 1,
          keys = coalesce((
            select jsonb_agg(case when k.item ->> 'kind' = 'plate' then k.item else k.item || jsonb_build_object(
              'index', encode(${renewed(`decode(case when k.item ->> 'kind' = 'plate' then '' else k.item ->> 'index' end, 'hex')`)}, 'hex')
            ) end order by k.position)
            from jsonb_array_elements(keys) with ordinality as k (item, position)
          ), '[]'),
          resemblances = coalesce((
            select jsonb_agg(encode(${renewed(`decode(r.token, 'hex')`)}, 'hex') order by r.position)
            from jsonb_array_elements_text(resemblances) with ordinality as r (token, position)
          ), '[]')
      `,
    );
  }
}
