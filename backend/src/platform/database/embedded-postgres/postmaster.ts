import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Binaries } from './binaries.js';
import { type Identity } from './unprivileged.js';

export interface Launch {
  binaries: Binaries;
  identity: Identity;
  home: string;
  cluster: string;
  port: number;
  settings: Record<string, string>;
  superuserUrl: string;
}

/** The server said why it did not start. */
export class PostmasterFailed extends Error {
  constructor(readonly said: string) {
    super(`内置数据库没有启动 The embedded database did not start:\n${said}`);
  }
}

const wrongPassword = '28P01';

const secretive = {
  // Messages about broken constraints quote the row and the statement: personal data has no place in a log.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

/** One run of the server program, from launch to exit. */
export class Postmaster {
  readonly exited: Promise<unknown>;

  private constructor(private readonly child: ChildProcess) {
    this.exited = once(child, 'exit').catch(() => undefined);
    // Not holding the event loop open: whoever forgets to stop us still ends, and the kernel then ends the server.
    child.unref();
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  get running(): boolean {
    return this.child.pid !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  static async launch(launch: Launch): Promise<Postmaster> {
    const logFile = join(launch.home, 'server.log');
    const log = await open(logFile, (await sizeOf(logFile)) > 5_000_000 ? 'w' : 'a', 0o600);
    const alreadyThere = await sizeOf(logFile);
    const postmaster = new Postmaster(spawnServer(launch, log.fd));
    await log.close();
    if (await postmaster.answers(launch.superuserUrl)) return postmaster;
    await postmaster.stop('SIGQUIT');
    throw new PostmasterFailed((await readFile(logFile, 'utf8')).slice(alreadyThere).trim());
  }

  /** SIGINT rolls open transactions back and writes everything; SIGQUIT just ends, for data nobody needs. */
  async stop(signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
    if (!this.running) return;
    this.child.ref();
    this.child.kill(signal);
    const stuck = setTimeout(() => this.child.kill('SIGQUIT'), 20_000);
    await this.exited;
    clearTimeout(stuck);
  }

  /** False when the process ends before it accepts connections. */
  private async answers(url: string): Promise<boolean> {
    while (this.running) {
      const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
      client.on('error', () => undefined);
      const refusal = await client.connect().then(
        () => undefined,
        (error: Error & { code?: string }) => error.code ?? 'not yet',
      );
      await client.end().catch(() => undefined);
      if (refusal === undefined) return this.running;
      if (refusal === wrongPassword) return false;
      await pause(25);
    }
    return false;
  }
}

function spawnServer({ binaries, identity, cluster, port, settings }: Launch, logFd: number): ChildProcess {
  const all = {
    ...secretive,
    ...settings,
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
  };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command = binaries.postgres, ...args] = [...identity.prefix, binaries.postgres, '-D', cluster, ...options];
  // Its own process group: Ctrl-C is for the application, which stops the server last.
  const child = spawn(command, args, {
    ...identity.spawnAs,
    cwd: '/',
    detached: true,
    stdio: ['ignore', logFd, logFd],
  });
  child.on('error', () => undefined);
  return child;
}

const sizeOf = (file: string) =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );
