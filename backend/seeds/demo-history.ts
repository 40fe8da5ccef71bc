import { type INestApplicationContext } from '@nestjs/common';
import { Rules } from '../src/policy/public.js';
import { Database } from '../src/platform/database/database.js';
import { type DemoDirectory } from './demo-directory.js';
import { addDevices, passageRow, type PassageRow } from './demo-gate-rows.js';
import { GateLife, type Moment } from './demo-gate-life.js';
import { decide, leaderShare } from './demo-decisions.js';
import { Planner } from './demo-plans.js';
import { makeVisitors } from './demo-visitors.js';
import { DemoVisit, Numbers } from './demo-visit-rows.js';
import { insertAll } from './insert-all.js';
import { type Random } from './random.js';

const VISITORS = 600;
const UNKNOWN_CODES = 70;

/** A month of visits, decisions, passes and passages that ends now. */
export async function addDemoHistory(
  app: INestApplicationContext,
  directory: DemoDirectory,
  random: Random,
  now: Date,
): Promise<void> {
  const database = app.get(Database, { strict: false });
  const policy = await app.get(Rules, { strict: false }).current();
  const visitors = await makeVisitors(app, random, VISITORS, now);
  const share = leaderShare[policy.settings.approval.leader];
  const plans = new Planner(directory, visitors, random, now, share).all();
  const numbers = new Numbers(random);
  const visits = plans.map((plan) => new DemoVisit(plan, policy, numbers, random));

  const life = new GateLife(random, directory.campuses, now);
  const moments: Moment[] = [];
  for (const visit of visits) {
    visit.decision = decide(visit.plan, visit.until, random, now);
    if (visit.decision.status === 'cancelled') moments.push(...life.ofCancelled(visit.plan, visit.gatePasses()));
    else if (visit.hasPasses) moments.push(...life.of(visit.plan, visit.gatePasses()));
  }

  // Unknown codes turn up when the gates are busy.
  for (let shown = 0; shown < UNKNOWN_CODES; shown++) moments.push(life.ofUnknown(random.of(moments).at));

  const devices = await addDevices(database, directory.campuses, random, now);
  const passages = moments.map((moment) => passageRow(moment, devices, random, policy.version));
  const admitted = admittedByPass(passages);
  await insertAll(
    database,
    'visit',
    visits.map((visit) => visit.visitRow()),
  );
  await insertAll(
    database,
    'approval',
    visits.map((visit) => visit.approvalRow()),
  );
  await insertAll(
    database,
    'pass',
    visits.flatMap((visit) => visit.passRows()),
  );
  await insertAll(
    database,
    'presence',
    visits.flatMap((visit) => visit.presenceRows(admitted)),
  );
  await insertAll(database, 'passage', passages);
}

function admittedByPass(passages: PassageRow[]): Map<string | null, PassageRow[]> {
  const byPass = new Map<string | null, PassageRow[]>();
  for (const passage of passages.filter(({ outcome }) => outcome === 'admitted'))
    byPass.set(passage.pass_id, [...(byPass.get(passage.pass_id) ?? []), passage]);
  return byPass;
}
