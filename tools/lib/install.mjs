import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { quietly } from './children.mjs';
import { isAsLocked } from './is-as-locked.mjs';
import { aloneInstalling } from './install-lock.mjs';
import { inProject, lockFile, ownNode } from './places.mjs';
import { refuse, say, seconds } from './say.mjs';

const stamp = inProject('node_modules/.gatehouse-stamp');

/** Installs exactly what the lock file says whenever it says something new. At once when it does not. */
export async function ensureInstalled() {
  if (isStamped()) return;
  await aloneInstalling(async () => {
    if (isStamped()) return;
    if (!isAsLocked()) await install();
    await checkNode();
    writeFileSync(stamp, wanted());
  });
}

const wanted = () =>
  `${createHash('sha256').update(readFileSync(lockFile)).digest('hex')} ${process.platform}-${process.arch}`;
const isStamped = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted();

async function install() {
  const since = performance.now();
  say('正在安装依赖，首次约需一两分钟… Installing dependencies, a minute or two the first time…');
  // Building needs the development tools, also where NODE_ENV says production.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const { code, output } = npm?.endsWith('.js')
    ? await quietly(process.execPath, [npm, ...args], { shell: false })
    : await quietly('npm', args);
  if (code !== 0) refuse(`${output}\n安装失败 npm ci failed (${code}).`);
  say(`依赖已安装 Installed (${seconds(since)}).`);
}

/** The backend needs Node ≥ 22.17. On Linux x64 it is in the lock file; elsewhere the host has to bring it. */
async function checkNode() {
  if (existsSync(ownNode) && (await quietly(ownNode, ['--version']).catch(() => ({ code: 1 }))).code === 0) return;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 17)) {
    // One that cannot run here (built for another C library) must not stand before the host's in the PATH.
    rmSync(ownNode, { force: true });
    return;
  }
  refuse(
    process.platform === 'linux' && process.arch === 'x64'
      ? `node_modules/.bin/node 缺失或无法运行：请删除 node_modules 后重试，或使用 Node.js 22.17 以上版本。\n` +
          `node_modules/.bin/node is missing or does not run: remove node_modules and try again, or use Node.js 22.17 or newer.`
      : `此平台需要 Node.js 22.17 或更新版本，当前是 ${process.version}。\n` +
          `On this platform Node.js 22.17 or newer is needed, this is ${process.version}.`,
  );
}
