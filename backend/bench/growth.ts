import { type LoadReport, Helper } from './gate/messages.js';
import { freeAll, ids } from './gate/seed.js';
import { Office } from './growth/office.js';
import { type Kind, type Page, pages } from './growth/pages.js';
import { universityOf } from './growth/university.js';

/**
 * What a hundred times the history costs: the same pages and the same scans at two universities whose last ten days are the
 * same, one with nothing before them and one with a thousand days. Asked in turns, one at a time, so that what else this
 * machine does falls on both alike.
 */
const PHONES = 3_000;
const ROUNDS = 15;
const SCANS_PER_SECOND = 100;
const SCAN_SECONDS = 2;
const SCAN_ROUNDS = 7;

const say = (line: string) => process.stdout.write(`${line}\n`);
const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const small = await universityOf('small', 10, PHONES, say);
const large = await universityOf('large', 1000, PHONES, say);
const offices = await Promise.all([Office.open(small), Office.open(large)] as const);
try {
  const result: Record<string, number | string | null> = { bench: 'growth' };
  result.verdict_ratio = await timeScans().catch(missed);
  Object.assign(result, await timePages());
  say(`\n${JSON.stringify(result)}`);
} finally {
  await Promise.all(offices.map((office) => office.close()));
  await Promise.all([small.postgres.stop(), large.postgres.stop()]);
}

/** What failed has no ratio, and the rest is told all the same. */
function missed(error: unknown): null {
  process.exitCode = 1;
  say(`  failed: ${String(error)}`);
  return null;
}

/** Median of a scan's answer at a calm rate. */
async function timeScans(): Promise<number> {
  const { helper: load } = await Helper.start('load.js', { passes: PHONES });
  const medians = offices.map((): number[] => []);
  try {
    for (let round = -1; round < SCAN_ROUNDS; round++) {
      for (const [at, { port, ownerUrl }] of offices.entries()) {
        await freeAll(ownerUrl);
        const order = { port, path: '/api/gate/v1/verdicts', gate: ids.gate, body: '', first: 0 };
        const report = await load.ask<LoadReport>({ ...order, seconds: SCAN_SECONDS, rate: SCANS_PER_SECOND });
        if (report.errors > 0) throw new Error(`a scan failed: ${report.firstError}`);
        if (round >= 0) medians[at]?.push(report.p50);
      }
    }
  } finally {
    await load.stop();
  }
  return told('scan', medians[0] ?? [], medians[1] ?? []).ratio;
}

/** Every page in turns at both; a kind's ratio is that of the sums of its medians. */
async function timePages(): Promise<Record<string, number | null>> {
  const sums = new Map<Kind, [number, number] | null>();
  for (const page of pages(new Date())) {
    const { kind } = page;
    const medians = await timePage(page).catch(missed);
    const before = sums.has(kind) ? sums.get(kind) : ([0, 0] as const);
    sums.set(kind, before && medians ? [before[0] + medians[0], before[1] + medians[1]] : null);
  }
  return Object.fromEntries([...sums].map(([kind, sum]) => [`${kind}_ratio`, sum && rounded(sum[1] / sum[0])]));
}

/** Asked in turns, each time for something else where the page has more than one thing to ask for. */
async function timePage({ kind, label, asked }: Page): Promise<readonly [number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = -2; round < ROUNDS; round++) {
    const path = asked[(round + 2) % asked.length];
    if (!path) continue;
    const paths = [await path(offices[0]), await path(offices[1])] as const;
    for (const at of [0, 1] as const) {
      const ms = await offices[at].wait(paths[at]);
      if (round >= 0) times[at].push(ms);
    }
  }
  return told(`${kind}, ${label}`, ...times).medians;
}

function told(what: string, few: number[], many: number[]) {
  const medians = [median(few), median(many)] as const;
  const ratio = rounded(medians[1] / medians[0]);
  say(
    `${what.padEnd(48)} ${medians.map((ms) => `${ms.toFixed(1).padStart(8)} ms`).join(' ')} ${ratio.toFixed(2).padStart(6)}`,
  );
  return { medians, ratio };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
