import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseCheckpoint } from '../../audit/checkpoint.js';
import { checkBook } from './verify/book-check.js';
import { bookReportText } from './verify/report-text.js';

const USAGE = `用法 Usage: npm run export:verify -- <文件 file.xlsx> [--checkpoint 检查点文件 file]… [--key 公钥 public key]…\n`;

class Refusal extends Error {}

/** Checks an exported workbook. Exit code 0: intact; 1: something was changed; 2: it could not be checked. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { checkpoint: { type: 'string', multiple: true }, key: { type: 'string', multiple: true } },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new Refusal(USAGE);
  if (!existsSync(file)) throw new Refusal(`${file} 不存在。 There is no such file.\n${USAGE}`);
  const named = await Promise.all((values.checkpoint ?? []).map(keyIn));
  const given = [...(values.key ?? []), ...named];
  const report = await checkBook(file, given.length > 0 ? given : await ownKeys());
  process.stdout.write(bookReportText(report));
  return report.found === 0 ? 0 : 1;
}

/** A checkpoint of the audit is signed with the same key: one kept elsewhere proves whose key it is. */
async function keyIn(path: string): Promise<string> {
  const checkpoint = parseCheckpoint(await readFile(path, 'utf8'));
  if (!checkpoint) throw new Refusal(`${path} 不是检查点文件。 That is no checkpoint file.`);
  return checkpoint.publicKey;
}

/** Keys of the checkpoints that this installation exported itself, when there is one here. */
async function ownKeys(): Promise<string[]> {
  const folder = join(resolve(process.env.DATA_DIR || '.data'), 'checkpoints');
  if (!existsSync(folder)) return [];
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  return [...new Set(await Promise.all(files.map((name) => keyIn(join(folder, name)))))];
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
