import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from '../lib/build.mjs';
import { compiled } from '../lib/places.mjs';
import { refuse, say } from '../lib/say.mjs';

/** Forgets the demo campus; the next start loads it afresh. Nothing is stopped for it, and nothing but a demo deleted. */
export async function run() {
  if ((process.env.APP_MODE || 'demo') !== 'demo') refuse('只用于演示模式。 This is for APP_MODE=demo only.');
  const home = resolve(process.env.DATA_DIR || '.data', 'postgres');
  if (!existsSync(home)) {
    say(`没有演示数据 There is no demo database: ${home}`);
    return;
  }
  await ensureBuilt();
  const { holderOf } = await import(pathToFileURL(join(compiled, 'platform/database/embedded-postgres/lease.js')));
  const holder = await holderOf(home);
  if (holder)
    refuse(`服务正在运行（进程 ${holder}），请先停止。 The server is running (process ${holder}): stop it first.`);
  await rm(home, { recursive: true, force: true });
  say(`演示数据已清除 The demo database is gone: ${home}`);
}
