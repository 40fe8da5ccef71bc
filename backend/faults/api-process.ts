import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface ApiOrder {
  port: number;
  ownerUrl: string;
  appUrl: string;
  dataDir: string;
}

const MOST_ATTEMPTS = 10;

/** The API as a process of its own, always on the same port. */
export class ApiProcess {
  private child: ChildProcess | null = null;

  constructor(private readonly order: ApiOrder) {}

  get port(): number {
    return this.order.port;
  }

  async start(attempts = MOST_ATTEMPTS): Promise<void> {
    if (attempts === 0) throw new Error('the API does not start');
    const child = fork(join(import.meta.dirname, 'api.js'), [JSON.stringify(this.order)], { stdio: 'inherit' });
    this.child = child;
    await Promise.race([once(child, 'message'), once(child, 'exit')]);
    // A start that meets the death of the database fails, as it may: whoever runs it starts it again.
    if (child.exitCode !== null || child.signalCode !== null) await this.start(attempts - 1);
  }

  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Stands still and goes on: what a machine does that swaps or is moved. */
  async freeze(ms: number): Promise<void> {
    this.child?.kill('SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, ms));
    this.child?.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
