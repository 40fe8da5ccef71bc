import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { root } from './places.mjs';

const shared = { cwd: root, shell: process.platform === 'win32' };

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a command in the foreground; its exit code is ours. Signals are passed on once: npm, the terminal and we may all
 * tell the command the same thing, and Ctrl-C at a terminal reaches it without our help.
 */
export function foreground(command, args, options = {}) {
  return ended(spawn(command, args, { ...shared, stdio: 'inherit', ...options }));
}

/** Runs a command silently. Whoever calls decides whether its words are worth showing. */
export async function quietly(command, args, options = {}) {
  const child = spawn(command, args, { ...shared, stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  return { code: await ended(child, 'close'), output };
}

async function ended(child, event = 'exit') {
  const told = new Set();
  const tell = (signal) => {
    if (told.has(signal) || (signal === 'SIGINT' && process.stdin.isTTY)) return;
    told.add(signal);
    child.kill(signal);
  };
  for (const signal of signals) process.on(signal, tell);
  try {
    const [code, signal] = await once(child, event);
    return signal ? 128 + constants.signals[signal] : code;
  } finally {
    for (const signal of signals) process.off(signal, tell);
  }
}

/** Ends this program by turning it into another one: nothing stands between the caller's signals and the command. */
export async function become(args, env = process.env) {
  if (process.execve) process.execve(process.execPath, [process.execPath, ...args], env);
  process.exit(await foreground(process.execPath, args, { env }));
}
