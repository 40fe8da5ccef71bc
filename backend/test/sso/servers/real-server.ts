import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

interface Start {
  command: string;
  args: string[];
  env: Record<string, string>;
  /** answers 200 once it is up */
  ready: string;
}

/** Somebody else's server in a process of its own, with a folder for its state, gone when the test is. */
export class RealServer {
  private constructor(private readonly process: ChildProcess) {}

  static folder(name: string): string {
    return mkdtempSync(join(tmpdir(), `gatehouse-${name}-`));
  }

  static async start(folder: string, { command, args, env, ready }: Start): Promise<RealServer> {
    const log = join(folder, 'output.txt');
    const child = spawn(command, args, {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that workers of the server go with it.
      detached: true,
    });
    const written = createWriteStream(log);
    child.stdout.pipe(written, { end: false });
    child.stderr.pipe(written, { end: false });
    const server = new RealServer(child);
    for (const until = Date.now() + 50_000; Date.now() < until;) {
      const answer = await fetch(ready).catch(() => null);
      if (answer?.ok) return server;
      if (child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await server.stop();
    throw new Error(`${command} did not come up:\n${readFileSync(log, 'utf8').slice(-2000)}`);
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const gone = once(this.process, 'exit');
    this.tellAll('SIGTERM');
    const impatience = setTimeout(() => this.tellAll('SIGKILL'), 5_000);
    await gone;
    clearTimeout(impatience);
  }

  private tellAll(signal: NodeJS.Signals): void {
    try {
      process.kill(-(this.process.pid ?? 0), signal);
    } catch {
      // already gone
    }
  }
}
