import 'reflect-metadata';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type RetentionView } from '@gatehouse/contract';
import { EntityManager } from '@mikro-orm/postgresql';
import { restingApplication } from './resting-application.js';
import { RetentionReport } from './retention/application/retention-report.js';

const USAGE = `用法 Usage: npm run retention -- --dry-run
  列出各类数据的保存期，以及现在到期、将被删除的数量。不改动任何数据；到期数据由运行中的系统每小时清理。
  How long each kind is kept, and how much of it would go now. Nothing is changed: the running system does that every hour.
`;

/** Tells what retention would end now: counts and dates, nothing of anybody. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } } });
  if (!values['dry-run']) return say(USAGE, 2);
  const resting = await restingApplication(process.env);
  if (!resting)
    return say(`${resolve(process.env.DATA_DIR || '.data')} 中没有数据库。 There is no database there.\n`, 2);
  try {
    const report = resting.app.get(RetentionReport, { strict: false });
    const view = await resting.app
      .get(EntityManager)
      .fork()
      .transactional(() => report.view());
    return say(values.json ? `${JSON.stringify(view.terms)}\n` : textOf(view), 0);
  } finally {
    await resting.leave();
  }
}

function textOf({ terms, holds, version }: RetentionView): string {
  const lines = terms.map(({ kind, hours, due, oldest, newest }) => {
    const kept = hours % 24 === 0 ? `${hours / 24} d` : `${hours} h`;
    const range = oldest && newest ? `  ${oldest.slice(0, 10)} … ${newest.slice(0, 10)}` : '';
    return `${kind.padEnd(20)} ${kept.padStart(7)} ${String(due).padStart(9)}${range}`;
  });
  const total = terms.reduce((sum, { due }) => sum + due, 0);
  return [
    `保存期第 ${version} 版 Terms, version ${version}`,
    `${'类别 kind'.padEnd(18)} ${'保存 kept'.padStart(6)} ${'到期 due'.padStart(8)}  最早 … 最晚 oldest … newest`,
    ...lines,
    `合计到期 Due in all: ${total}    保全中 Held: ${holds}`,
    '',
  ].join('\n');
}

function say(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
