import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../src/platform/database/embedded-postgres/embedded-postgres.js';
import { migrate } from '../src/platform/database/orm.js';
import { checkBook } from '../src/platform/sheets/signed/verify/book-check.js';
import { type WriterReport } from './export/messages.js';
import { seedPassages } from './export/seed.js';

/**
 * An export of passages as the product makes it (read from the database, masked, hashed row by row, signed, sealed on the
 * disk) against a bare streaming writer of exceljs with the pacing that keeps its memory bounded, fed from memory. Same
 * machine, same run, each in a process of its own.
 */
/** As docs/operations/exports.md starts a process that writes exports: young objects die young. */
const SMALL = ['--max-semi-space-size=4', '--max-old-space-size=192'];
const ROWS = Number(process.argv[2] ?? 1_000_000);

const dataDir = await mkdtemp(join(tmpdir(), 'gatehouse-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') });
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  say(`Preparing ${ROWS.toLocaleString('en')} passages …`);
  await migrate(postgres.ownerUrl);
  await seedPassages(postgres.ownerUrl, ROWS);
  const { ownerUrl, appUrl } = postgres;
  const ours = await run(
    'product.js',
    { ownerUrl, appUrl, dataDir, file: join(dataDir, 'ours.xlsx'), rows: ROWS },
    SMALL,
  );
  say(`ours: ${ours.seconds.toFixed(1)} s, ${ours.peakRssMb.toFixed(0)} MB memory, ${ours.fileMb.toFixed(0)} MB file`);
  const limit = await run('bare.js', { file: join(dataDir, 'bare.xlsx'), rows: ROWS });
  say(
    `bare: ${limit.seconds.toFixed(1)} s, ${limit.peakRssMb.toFixed(0)} MB memory, ${limit.fileMb.toFixed(0)} MB file`,
  );
  const began = performance.now();
  const { found, rows } = await checkBook(join(dataDir, 'ours.xlsx'));
  say(`verified: ${rows} rows, ${found} findings, ${((performance.now() - began) / 1000).toFixed(1)} s`);
  if (found > 0 || rows !== ROWS) throw new Error('the export is not what was asked for');
  const result = {
    bench: 'export',
    rows: ROWS,
    seconds: round(ours.seconds),
    limit_seconds: round(limit.seconds),
    ratio: Math.round((ours.seconds / limit.seconds) * 100) / 100,
    peak_rss_mb: Math.round(ours.peakRssMb),
  };
  say(JSON.stringify(result));
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/** In tenths. */
function round(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}

async function run(script: string, order: object, execArgv: string[] = []): Promise<WriterReport> {
  const child = fork(join(import.meta.dirname, 'export', script), [JSON.stringify(order)], { execArgv });
  const failed = once(child, 'exit').then(() => Promise.reject(new Error(`${script} ended early`)));
  failed.catch(() => undefined);
  const [report] = (await Promise.race([once(child, 'message'), failed])) as [WriterReport];
  child.kill();
  return report;
}
