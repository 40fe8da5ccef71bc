import { Client } from 'pg';
import { ids, seed } from '../gate/seed.js';

const PASSES = 500;

/** So many passages of the last weeks, of people with passes, every tenth by car, every twentieth refused. */
export async function seedPassages(ownerUrl: string, rows: number): Promise<void> {
  await seed(ownerUrl, PASSES);
  const database = new Client({ connectionString: ownerUrl });
  await database.connect();
  await database.query(
    `select gatehouse_make_passage_month((now() + make_interval(months => m))::date) from generate_series(-2, 1) m`,
  );
  await database.query(
    `with known as (select array_agg(id) as passes, array_agg(visit_id) as visits from pass)
     insert into passage (id, at, learned_at, campus_id, gate_id, device_id, pass_id, visit_id, direction, verdict, reason, outcome,
       outcome_at, outcome_by, credential, plate, nonce, skew_seconds, policy_version)
     select gen_random_uuid(), t.at, t.at + interval '40 ms', '${ids.campus}', '${ids.gate}', '${ids.device}',
       known.passes[1 + n % ${PASSES}], known.visits[1 + n % ${PASSES}], case when n % 2 = 0 then 'entry' else 'exit' end,
       case when n % 20 = 0 then 'refuse' else 'admit' end, case when n % 20 = 0 then 'TOO_LATE' else 'OK' end,
       case when n % 20 = 0 then 'refused' else 'admitted' end, t.at + interval '2 s', '赵强', 'code',
       case when n % 10 = 0 then '浙E' || lpad((n % 100000)::text, 5, '0') end, 'n' || n, 0, 1
     from generate_series(1, $1::int) n, known, lateral (select now() - (n * interval '40 days' / $1::int) as at) t`,
    [rows],
  );
  await database.query('vacuum analyze passage');
  await database.end();
}
