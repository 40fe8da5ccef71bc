import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureBuilt, forgetBuild } from '../lib/build.mjs';
import { inProject } from '../lib/places.mjs';
import { say } from '../lib/say.mjs';

// Not `nest start --watch`: it restarts by killing the whole process tree, the database in use included.
const watchers = [
  { name: 'contract', folder: 'backend/contract', command: 'tsc -p tsconfig.build.json --watch --preserveWatchOutput' },
  { name: 'compiler', folder: 'backend', command: 'tsc -p tsconfig.build.json --watch --preserveWatchOutput' },
  { name: 'backend', folder: '.', command: 'node --watch --watch-preserve-output backend/dist/src/main.js' },
  { name: 'visitor-h5', folder: 'visitor-h5', command: 'vite --port 5173 --strictPort' },
  { name: 'admin-web', folder: 'admin-web', command: 'vite --port 5174 --strictPort' },
];

/** Everything watches its sources; the pages reload themselves and ask the backend through vite's proxy. Ctrl-C ends all. */
export async function run() {
  await ensureBuilt();
  forgetBuild();
  const env = { ...process.env, APP_MODE: process.env.APP_MODE || 'demo' };
  const running = watchers.map((watcher) => start(watcher, env));
  say('访客端 Visitors http://localhost:5173 · 控制台 Console http://localhost:5174 · Ctrl-C 停止 stops');
  await Promise.race([stopSignal(), ...running.map(({ ended }) => ended)]);
  for (const { stop } of running) stop('SIGTERM');
  const late = pause(10_000, undefined, { ref: false }).then(() => running.forEach(({ stop }) => stop('SIGKILL')));
  await Promise.race([Promise.all(running.map(({ ended }) => ended)), late]);
}

const stopSignal = () =>
  new Promise((resolve) => ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((name) => process.on(name, resolve)));

/** Each in a process group of its own: watchers do not pass signals on to what they started, a group gets them whole. */
function start({ name, folder, command }, env) {
  const stdio = ['ignore', 'pipe', 'pipe'];
  const child = spawn(command, [], { cwd: inProject(folder), env, shell: true, detached: true, stdio });
  for (const stream of [child.stdout, child.stderr]) prefix(stream, name);
  const ended = new Promise((resolve) => child.on('exit', resolve));
  return { ended, stop: (signal) => signalGroup(child.pid, signal) };
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function prefix(stream, name) {
  let rest = '';
  stream.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const line of lines) if (line.trim()) console.log(`${name.padEnd(10)} │ ${line}`);
  });
}
