import { type INestApplicationContext } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../src/kernel/clock.js';
import { AuditLog } from '../src/platform/audit/audit-log.js';
import { Database } from '../src/platform/database/database.js';
import { UnitOfWork } from '../src/platform/events/unit-of-work.js';
import { addDemoBlacklist } from './demo-blacklist.js';
import { addDemoDirectory } from './demo-directory.js';
import { addDemoHistory } from './demo-history.js';
import { addDemoLongTerm } from './demo-long-term.js';
import { Random } from './random.js';

export { demoPeople } from './demo-people.js';

const SEED = 20_261_123;

/**
 * Fills an empty house with an invented university: campuses, staff, and a month of visits that ends now. Does nothing
 * where there is a campus already. Everything goes through the application's own sealing and indexing.
 */
export async function loadDemoCampus(app: INestApplicationContext): Promise<boolean> {
  const database = app.get(Database, { strict: false });
  return app.get(UnitOfWork, { strict: false }).run(async () => {
    // Several processes may start at once.
    await database.run(sql`select pg_advisory_xact_lock(4720003)`);
    if (await database.first(sql`select from campus limit 1`)) return false;
    const now = app.get(Clock, { strict: false }).now();
    const random = new Random(SEED);
    const directory = await addDemoDirectory(app, random, now);
    await addDemoHistory(app, directory, random, now);
    await addDemoLongTerm(app, now);
    // Hours that were counted while there was nothing: read passage by passage until they are counted again.
    await database.run(sql`update audit_follower set counted_until = null`);
    await addDemoBlacklist(app, now);
    await app.get(AuditLog, { strict: false }).append('demo.loaded', { kind: 'system', id: 'demo-campus' });
    return true;
  });
}
