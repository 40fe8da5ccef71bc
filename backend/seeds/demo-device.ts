import { type INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { AddGuard, OfferPairing } from '../src/passage/public.js';
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
  await addDemoGuards(app, campus.campus_id);
  const offer = await app.get(CommandBus).execute(new OfferPairing(NAME, campus.campus_id, campus.gate_ids, 'demo'));
  return offer.token;
}

/** A guard and a supervisor whose PIN is in the guide: for demonstrations only. */
async function addDemoGuards(app: INestApplicationContext, campusId: string): Promise<void> {
  const known = await app
    .get(Database, { strict: false })
    .first(sql`select from guard where campus_id = ${campusId} limit 1`);
  if (known) return;
  const commands = app.get(CommandBus);
  const [guard, supervisor] = [
    { campusId, number: '1001', name: '周卫国', role: 'guard' as const },
    { campusId, number: '1002', name: '何志强', role: 'supervisor' as const },
  ];
  await commands.execute(new AddGuard(guard, 'demo', '246810'));
  await commands.execute(new AddGuard(supervisor, 'demo', '246810'));
}
