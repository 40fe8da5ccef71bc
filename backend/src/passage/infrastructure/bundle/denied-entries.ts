import { type DeniedEntry, NO_KEY_COUNTS } from '@gatehouse/contract/bundle/format';
import { sql } from 'kysely';
import { type Database } from '../../../platform/database/database.js';

/**
 * Codes that must not open although they are genuine: lookups of phones that a pass has left, and the lowest key number
 * by which long codes of a pass still count. A pass that was taken back has none until a phone registers again.
 */
export function deniedEntries(database: Database, campusId: string, endedSince: Date): Promise<DeniedEntry[]> {
  return database
    .rows(
      sql<{ key: string; lowest: number }>`
      select translate(rtrim(encode(d.lookup, 'base64'), '='), '+/', '-_') as key, 0 as lowest
      from denied_lookup d join pass p on p.id = d.pass_id
      where d.campus_id = ${campusId} and p.period_until > ${endedSince}
      union all
      select id::text, case when state = 'revoked' then ${NO_KEY_COUNTS}::int when lookup is null then key_number + 1 else key_number end
      from pass where campus_id = ${campusId} and period_until > ${endedSince}
        and (state = 'revoked' or key_number > 1 or (lookup is null and key_number > 0))
    `,
    )
    .then((rows) => rows.map(({ key, lowest }) => [key, lowest]));
}
