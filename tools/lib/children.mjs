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
export async function foreground(command, args, options = {}) {
  const { code } = await ended(spawn(command, args, { ...shared, stdio: 'inherit', ...options }), 'exit');
  return code;
}

/** Runs a command silently; whoever calls decides whether its words are worth showing. When told to stop, we just stop. */
export async function quietly(command, args, options = {}) {
  const child = spawn(command, args, { ...shared, stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const { code, told } = await ended(child, 'close');
  if (told) process.exit(codeOf(told));
  return { code, output };
}

async function ended(child, event) {
  let told;
  const tell = (signal) => {
    const first = told === undefined;
    told = signal;
    if (first && !(signal === 'SIGINT' && process.stdin.isTTY)) child.kill(signal);
  };
  for (const signal of signals) process.on(signal, tell);
  try {
    const [code, signal] = await once(child, event);
    return { code: signal ? codeOf(signal) : code, told };
  } finally {
    for (const signal of signals) process.off(signal, tell);
  }
}

const codeOf = (signal) => 128 + constants.signals[signal];

/** Ends this program by turning it into another one: nothing stands between the caller's signals and the command. */
export async function become(args, env = process.env) {
  if (process.execve) process.execve(process.execPath, [process.execPath, ...args], env);
  process.exit(await foreground(process.execPath, args, { env }));
}
