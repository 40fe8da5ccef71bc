import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { ids, SECRET, seed } from '../bench/gate/seed.js';
import { startEmbeddedPostgres } from '../src/platform/database/embedded-postgres/embedded-postgres.js';
import { migrate } from '../src/platform/database/orm.js';
import { ApiProcess, freePort } from './api-process.js';
import { findings } from './findings.js';
import { GateDevice } from './gate-device.js';
import { Journal } from './journal.js';
import { offlineShift } from './offline-shift.js';
import { plan } from './plan.js';
import { Proxy } from './proxy.js';
import { visit } from './visitor.js';

/**
 * Gate devices ask and report without pause while the API, PostgreSQL and the lines between them fail again and again.
 * Afterwards nothing that was acknowledged may be missing, nothing may be there twice, and the audit chain must verify.
 * `--forgetful` lets PostgreSQL acknowledge before it has written: the test must then fail.
 */
const PASSES = 8_000;
const PASSES_ONLINE = 5_000;
const FACTS_PER_SHIFT = 8;
const LANES_PER_DEVICE = 4;
const SKEWS_MINUTES = [0, 10, -10];
const MOST_MS = 270_000;
const MOST_RECOVERY_MS = 60_000;
const forgetful = process.argv.includes('--forgetful');

const say = (line: string) => process.stdout.write(`${line}\n`);
const deadline = setTimeout(() => {
  say('Took longer than 270 s.');
  void postgres.stop().finally(() => process.exit(1));
}, MOST_MS);

const dataDir = await mkdtemp(join(tmpdir(), 'gatehouse-faults-'));
const settings = { max_connections: '60', ...(forgetful && { synchronous_commit: 'off', wal_writer_delay: '10s' }) };
const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), settings });
let isGood: boolean;
try {
  say('Preparing the database and the passes …');
  await migrate(postgres.ownerUrl);
  await seed(postgres.ownerUrl, PASSES);
  isGood = await run();
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
clearTimeout(deadline);
process.exit(isGood ? 0 : 1);

async function run(): Promise<boolean> {
  const { ownerUrl, appUrl } = postgres;
  const api = new ApiProcess({ port: await freePort(), ownerUrl, appUrl, dataDir });
  await api.start();
  const proxy = await Proxy.before(api.port);
  const journal = new Journal();
  const devices = (await addDevices(ownerUrl)).map(
    (id, at) => new GateDevice(() => proxy.port, id, SECRET, ids.gate, (SKEWS_MINUTES[at] ?? 0) * 60_000),
  );
  const load = new AbortController();
  const shifts = devices.map((device, at) => workOffline(device, at, journal, load.signal));
  const lanes = devices.flatMap((device, at) =>
    Array.from({ length: LANES_PER_DEVICE }, (_, lane) =>
      walk(device, at * LANES_PER_DEVICE + lane, journal, load.signal),
    ),
  );
  for (const fault of plan) await strike(fault.name, () => fault.strike({ api, postgres, proxy }), journal);
  load.abort();
  await Promise.all([...lanes, ...shifts]);
  const { lost, doubled, chain, wrong } = await findings(ownerUrl, journal);
  await api.stop();
  await proxy.stop();
  devices.forEach((device) => device.close());

  const repeated = devices.reduce((sum, device) => sum + device.repeated, 0);
  say(
    `${proxy.cut} answers cut, ${repeated} requests repeated unanswered, ${journal.repeatedAnswers} repeated on purpose`,
  );
  for (const sentence of wrong.slice(0, 20)) say(sentence);
  const isGood = lost === 0 && doubled === 0 && chain === 'ok' && wrong.length === 0 && journal.acknowledged > 0;
  const { acknowledged } = journal;
  say(JSON.stringify({ test: 'faults', faults: plan.length, acknowledged, lost, doubled, wrong: wrong.length, chain }));
  return isGood;
}

/** Lets one thing go wrong and waits until the devices are answered again. */
async function strike(name: string, fault: () => Promise<void>, journal: Journal): Promise<void> {
  const began = Date.now();
  await fault();
  const before = journal.acknowledged;
  while (journal.acknowledged < before + 20) {
    if (Date.now() > began + MOST_RECOVERY_MS) throw new Error(`${name}: no answers for ${MOST_RECOVERY_MS / 1000} s`);
    await pause(50);
  }
  say(`${name}: answering again after ${Date.now() - began} ms`);
  await pause(300 + Math.random() * 300);
}

/** Visitors one after the other, each with a pass of his own. */
async function walk(device: GateDevice, lane: number, journal: Journal, signal: AbortSignal): Promise<void> {
  const lanes = SKEWS_MINUTES.length * LANES_PER_DEVICE;
  for (let pass = lane; pass < PASSES_ONLINE && !signal.aborted; pass += lanes)
    await visit(device, pass, journal).catch((error: unknown) => journal.complain(String(error)));
}

/** Gates without network, one shift after the other. */
async function workOffline(device: GateDevice, at: number, journal: Journal, signal: AbortSignal): Promise<void> {
  const step = SKEWS_MINUTES.length * FACTS_PER_SHIFT;
  for (let from = PASSES_ONLINE + at * FACTS_PER_SHIFT; from + step <= PASSES && !signal.aborted; from += step) {
    const passes = Array.from({ length: FACTS_PER_SHIFT }, (_, n) => from + n);
    await offlineShift(device, passes, journal).catch((error: unknown) => journal.complain(String(error)));
    await pause(1_000);
  }
}

/** One of the seeded devices and others beside it, with the same secret. */
async function addDevices(ownerUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    `insert into device (id, campus_id, name, gate_ids, state, secret_hash, added_by, added_at)
     select gen_random_uuid(), campus_id, name || n, gate_ids, state, secret_hash, added_by, added_at
     from device, generate_series(2, $1::int) as n where id = $2 returning id`,
    [SKEWS_MINUTES.length, ids.device],
  );
  await client.end();
  return [ids.device, ...rows.map(({ id }) => id)];
}
