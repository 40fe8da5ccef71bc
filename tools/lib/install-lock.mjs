import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './places.mjs';
import { say } from './say.mjs';

// Outside the project: `npm ci` empties node_modules.
const file = join(tmpdir(), `gatehouse-install-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`);

/** Two commands started at the same time: one installs, the other waits and finds everything there. */
export async function aloneInstalling(work) {
  for (let round = 0; !take(); round++) {
    if (round === 0) say('另一个命令正在安装依赖，请稍候… Another command is installing, waiting…');
    await pause(500);
    if (!isAlive(holder())) rmSync(file, { force: true });
  }
  try {
    await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take() {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

function holder() {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
