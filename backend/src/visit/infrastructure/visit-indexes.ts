import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { KeyedColumns } from '../../platform/crypto/keyed-columns.js';

/** Where visits keep blind indexes, for renewing them. Erased people have none. */
@Injectable()
export class VisitIndexes {
  constructor(columns: KeyedColumns) {
    columns.addIndexes(
      (renewed) => sql`
        update visit set version = version + 1, party = (
          select jsonb_agg(m.member || jsonb_build_object(
            'documentIndex', coalesce(encode(${renewed(`decode(nullif(m.member ->> 'documentIndex', ''), 'hex')`)}, 'hex'), ''),
            'mobileIndex', encode(${renewed(`decode(m.member ->> 'mobileIndex', 'hex')`)}, 'hex')
          ) order by m.position)
          from jsonb_array_elements(party) with ordinality as m (member, position)
        ) where erased_at is null
      `,
    );
    columns.addIndexes(
      (renewed) => sql`
        update invitation set version = version + 1, mobile_index = encode(${renewed(`decode(mobile_index, 'hex')`)}, 'hex')
        where mobile_index <> 'erased'
      `,
    );
  }
}
