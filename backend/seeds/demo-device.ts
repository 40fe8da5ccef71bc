import { type INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { OfferPairing } from '../src/passage/public.js';
import { Database } from '../src/platform/database/database.js';

const NAME = '演示岗亭';

/** Offers a gate device to pair, so that a demo can be walked through from the links it prints. Answers the token. */
export async function offerDemoDevice(app: INestApplicationContext): Promise<string | null> {
  const database = app.get(Database, { strict: false });
  const campus = await database.first(sql<{ campus_id: string; gate_ids: string[] }>`
    select g.campus_id, array_agg(g.gate_id order by g.sort) as gate_ids
    from gate_of_campus g join campus c on c.id = g.campus_id group by g.campus_id, c.number order by c.number limit 1
  `);
  if (!campus) return null;
  await database.run(sql`delete from device where state = 'waiting' and name = ${NAME}`);
  const offer = await app.get(CommandBus).execute(new OfferPairing(NAME, campus.campus_id, campus.gate_ids, 'demo'));
  return offer.token;
}
