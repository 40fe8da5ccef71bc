import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { counterAt } from '@gatehouse/contract/pass/window';
import { startEmbeddedPostgres } from '../src/platform/database/embedded-postgres/embedded-postgres.js';
import { migrate } from '../src/platform/database/orm.js';
import { Helper, type LoadOrder, type LoadReport, type ServerReport } from './gate/messages.js';
import { codeOf, phoneOf } from './gate/phones.js';
import { processorMsOfChildren } from './gate/processor-time.js';
import { checkpoint, freeAll, ids, seed } from './gate/seed.js';

/**
 * Gate verdicts over HTTP (short presentation, full check, reservation, stored passage and audit entry, committed before
 * the answer) against the least any such server must do. Same machine, same run, same database, rounds interleaved.
 */
const PASSES = 30_000;
const ROUNDS = 7;
const ROUND_SECONDS = 3;
const SECONDS = 5;
const WARM_UP_SECONDS = 5;

const dataDir = await mkdtemp(join(tmpdir(), 'gatehouse-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') });
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  say('Preparing the database, the passes and their keys …');
  await migrate(postgres.ownerUrl);
  await seed(postgres.ownerUrl, PASSES);
  await bench();
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function bench(): Promise<void> {
  const { ownerUrl, appUrl } = postgres;
  const now = Date.now();
  const counter = counterAt(now / 1000);
  const { helper: load } = await Helper.start('load.js', { passes: PASSES });
  const { helper: api, ready: ours } = await Helper.start<{ port: number }>('api.js', { ownerUrl, appUrl, dataDir });
  const { helper: bare, ready: limit } = await Helper.start<{ port: number }>('limit.js', { appUrl, counter });

  const value = await codeOf(phoneOf(0), now / 1000);
  const credential = { kind: 'code', value };
  const body = JSON.stringify({
    nonce: randomUUID(),
    credential,
    direction: 'entry',
    gate: ids.gate,
    at: new Date(now).toISOString(),
  });
  const verdicts = {
    port: ours.port,
    path: '/api/gate/v1/verdicts',
    gate: ids.gate,
    body: '',
  };
  const inserts = { port: limit.port, path: '/', gate: null, body };

  const run = async (
    order: Omit<LoadOrder, 'seconds' | 'rate' | 'first'>,
    seconds: number,
    rate = 0,
  ): Promise<LoadReport> => {
    await freeAll(ownerUrl);
    const report = await load.ask<LoadReport>({ ...order, seconds, rate, first: 0 });
    if (report.errors > 0) say(`${report.errors} errors, the first one: ${report.firstError}`);
    return report;
  };

  await checkpoint(ownerUrl);
  await run(verdicts, WARM_UP_SECONDS);
  await run(inserts, WARM_UP_SECONDS);
  const rounds: { ours: LoadReport; limit: LoadReport }[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const pair = { ours: await run(verdicts, ROUND_SECONDS), limit: await run(inserts, ROUND_SECONDS) };
    rounds.push(pair);
    say(`round ${round}: ours ${pair.ours.rps.toFixed(0)} rps, limit ${pair.limit.rps.toFixed(0)} rps`);
  }
  const oursRps = median(rounds.map(({ ours }) => ours.rps));
  const limitRps = median(rounds.map(({ limit }) => limit.rps));
  const half = await run(verdicts, SECONDS, oursRps / 2);
  const limitHalf = await run(inserts, SECONDS, limitRps / 2);

  const cost = async (helper: Helper, order: Omit<LoadOrder, 'seconds' | 'rate' | 'first'>) => {
    await helper.ask({ what: 'begin' });
    const before = await processorMsOfChildren(postgres.pid);
    const { sent, errors } = await run(order, SECONDS);
    const databaseMs = (await processorMsOfChildren(postgres.pid)) - before;
    const { cpuMs, peakRssMb } = await helper.ask<ServerReport>({ what: 'end' });
    return { micros: (cpuMs * 1000) / sent, databaseMicros: (databaseMs * 1000) / sent, peakRssMb, errors };
  };
  const [oursCost, limitCost] = [await cost(api, verdicts), await cost(bare, inserts)];
  await api.ask({ what: 'begin-profile' });
  const profiled = await run(verdicts, SECONDS);
  const { profile = {} } = await api.ask<ServerReport>({ what: 'end' });
  say(`\nCPU per request: ours ${told(oursCost)}, limit ${told(limitCost)}. Ours, main thread by part:`);
  const busy = Object.entries(profile).filter(([part]) => part !== 'idle');
  for (const [part, ms] of busy.sort(([, a], [, b]) => b - a))
    say(`  ${part.padEnd(12)} ${((ms * 1000) / profiled.sent).toFixed(1).padStart(7)} µs`);

  const all = [...rounds.flatMap(({ ours, limit }) => [ours, limit]), half, limitHalf, oursCost, limitCost];
  const one = (value: number) => Math.round(value * 10) / 10;
  const result = {
    bench: 'gate',
    ours_rps: Math.round(oursRps),
    limit_rps: Math.round(limitRps),
    // Of each round by itself: a machine that is slower for a while is so for both.
    ratio: Math.round(median(rounds.map(({ ours, limit }) => ours.rps / limit.rps)) * 1000) / 1000,
    p50_ms: one(median(rounds.map(({ ours }) => ours.p50))),
    p99_ms: one(median(rounds.map(({ ours }) => ours.p99))),
    half_p99_ms: one(half.p99),
    limit_half_p99_ms: one(limitHalf.p99),
    rss_mb: Math.round(oursCost.peakRssMb),
    errors: all.reduce((sum, { errors }) => sum + errors, 0),
  };
  await Promise.all([load, api, bare].map((helper) => helper.stop()));
  say(`\n${JSON.stringify(result)}`);
}

function told({ micros, databaseMicros }: { micros: number; databaseMicros: number }): string {
  return `${micros.toFixed(0)} µs + ${databaseMicros.toFixed(0)} µs in the database`;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
