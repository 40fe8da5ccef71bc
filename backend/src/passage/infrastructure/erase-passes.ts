import { sql } from 'kysely';
import { type Database } from '../../platform/database/database.js';

/** Passages keep their facts; names there come from the pass by a join, so they go with it. */
export async function erasePasses(database: Database, visitId: string, now: Date): Promise<void> {
  const ofVisit = sql`(select id from pass where visit_id = ${visitId})`;
  await database.run(sql`delete from pass_share where pass_id in ${ofVisit}`);
  await database.run(sql`delete from pass_phone where pass_id in ${ofVisit}`);
  await database.run(sql`delete from pass_likeness where pass_id in ${ofVisit}`);
  // Also of those who were taken out of the party later.
  await database.run(sql`
    update person_key set wrapped = null, destroyed_at = ${now}
    where wrapped is not null and id in (select person_key_id from pass where visit_id = ${visitId})
  `);
  // What a gate was told of the person lies in the answer that a repeated question gets.
  await database.run(sql`
    update passage_nonce n set answer = (n.answer::jsonb || '{"person": null}')::json
    from passage f where f.visit_id = ${visitId} and n.passage_id = f.id and n.campus_id = f.campus_id
  `);
  await database.run(
    sql`update passage set plate = null, evidence = null, outcome_note = null where visit_id = ${visitId}`,
  );
  await database.run(sql`
    update pass
    set person_name = '已删除', document_masked = '', document_tail = '', document_index = null, mobile_index = null,
        plate = null, plate_key = null, lookup = null, record_key_sealed = null, phone_key = null,
        server_key_sealed = null, display = display - 'lookTwice', state = 'revoked', revoke_reason = coalesce(revoke_reason, 'erased'), version = version + 1
    where visit_id = ${visitId}
  `);
}
