import { type INestApplicationContext } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../src/platform/database/database.js';
import { Rules } from '../src/policy/public.js';

/** Days of the week, hours, and how many days the term lasts. */
const terms = [
  { weekdays: [1, 2, 3, 4, 5], from: 8, until: 18, days: 20 },
  { weekdays: [2, 4], from: 9, until: 17, days: 90 },
  { weekdays: [1, 3, 5], from: 7, until: 12, days: 150 },
];

const hour = (at: number): string => `${String(at).padStart(2, '0')}:00`;

/** Lets the next few visits that may be long-term be so, where the rules know such visits. */
export async function addDemoLongTerm(app: INestApplicationContext, now: Date): Promise<void> {
  const database = app.get(Database, { strict: false });
  const { settings } = await app.get(Rules, { strict: false }).current();
  const visits = await database.rows(sql<{ id: string }>`
    select id from visit where status = 'approved' and period_from > ${now} and extension is null
      and purpose = any(${settings.longTerm?.purposes ?? []}::text[])
    order by period_from, id limit ${terms.length}
  `);
  for (const [at, { id }] of visits.entries()) {
    const { weekdays, from, until, days } = terms[at]!;
    const weekly = JSON.stringify({ weekdays, from: hour(from), until: hour(until) });
    const day = sql`date_trunc('day', period_from at time zone 'Asia/Shanghai')`;
    const period = sql`
      period_from = (${day} + make_interval(hours => ${from})) at time zone 'Asia/Shanghai',
      period_until = (${day} + make_interval(days => ${days}, hours => ${until})) at time zone 'Asia/Shanghai'`;
    await database.run(sql`update visit set ${period}, weekly = ${weekly}::jsonb where id = ${id}`);
    await database.run(sql`
      update pass set ${period}, weekdays = ${weekdays}::smallint[], daily_from = ${from * 60}, daily_until = ${until * 60}, entries = null
      where visit_id = ${id}
    `);
  }
}
