import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type CheckpointFile, parseCheckpoint } from './checkpoint.js';
import { type Report } from './verify/finding.js';
import { localDatabase } from './verify/local-database.js';
import { checkDatabase } from './verify/read-database.js';
import { checkFile } from './verify/read-file.js';
import { reportText } from './verify/report-text.js';

const USAGE = `用法 Usage: npm run audit:verify -- [审计文件 audit file | 数据库地址 database url] [--checkpoint 文件 file]…\n`;
const dataDir = resolve(process.env.DATA_DIR || '.data');

class Refusal extends Error {}

/** Checks an audit. Exit code 0: intact; 1: something was changed; 2: it could not be checked. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { checkpoint: { type: 'string', multiple: true } },
  });
  const [target] = positionals;
  const named = await Promise.all((values.checkpoint ?? []).map(checkpointIn));
  if (target && !isUrl(target)) return conclude(await checkFile(target, named));
  const url = target ?? process.env.DATABASE_URL;
  if (url) return conclude(await checkDatabase(url, named));
  const local = await localDatabase(dataDir);
  if (!local) throw new Refusal(`${dataDir} 中没有数据库。 There is no database there.\n${USAGE}`);
  try {
    return conclude(await checkDatabase(local.url, [...named, ...(await ownCheckpoints())]));
  } finally {
    await local.leave();
  }
}

const isUrl = (target: string): boolean => /^postgres(ql)?:\/\//.test(target);

function conclude(report: Report): number {
  process.stdout.write(reportText(report));
  return report.found === 0 ? 0 : 1;
}

async function checkpointIn(file: string): Promise<CheckpointFile> {
  const checkpoint = parseCheckpoint(await readFile(file, 'utf8'));
  if (!checkpoint) throw new Refusal(`${file} 不是检查点文件。 That is no checkpoint file.`);
  return checkpoint;
}

/** Those that this installation exported itself. Copies kept on another machine prove more. */
async function ownCheckpoints(): Promise<CheckpointFile[]> {
  const folder = join(dataDir, 'checkpoints');
  if (!existsSync(folder)) return [];
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  return Promise.all(files.map((name) => checkpointIn(join(folder, name))));
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
