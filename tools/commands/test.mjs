import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../lib/build.mjs';
import { say } from '../lib/say.mjs';
import { runTests } from '../lib/run-tests.mjs';
import { none, plus, sentence } from '../lib/test-counts.mjs';

const runners = [
  { name: 'contract', folder: 'backend/contract', script: 'test', tool: 'jest' },
  { name: 'backend', folder: 'backend', script: 'test', tool: 'jest' },
  { name: 'admin-web', folder: 'admin-web', script: 'test', tool: 'vitest' },
  { name: 'visitor-h5', folder: 'visitor-h5', script: 'test', tool: 'vitest' },
  { name: 'browser', folder: 'backend', script: 'test:browser', tool: 'jest' },
];

/** Runs every test of the project, or of the named runners, and ends with one line that sums them up. */
export async function run(names) {
  await ensureBuilt();
  const wanted = runners.filter(({ name }) => names.length === 0 || names.includes(name));
  const reports = mkdtempSync(join(tmpdir(), 'gatehouse-tests-'));
  let total = none;
  let bad = wanted.length === 0;
  for (const runner of wanted) {
    say(`\n── ${runner.name}`);
    const result = await runTests(runner, join(reports, `${runner.name}.json`));
    if (result.problem) say(`${runner.name}: ${result.problem}`);
    bad ||= Boolean(result.problem);
    total = plus(total, result.counts);
  }
  rmSync(reports, { recursive: true });
  console.log(`\n${sentence(total)}`);
  return bad || total.failed > 0 ? 1 : 0;
}
