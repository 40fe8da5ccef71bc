import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What a server process of the bench answers besides HTTP. */
export interface ServerReport {
  cpuMs: number;
  peakRssMb: number;
  profile?: Record<string, number>;
}

/** One run of the load process: so many requests over 64 connections, as fast as they go or at a fixed rate. */
export interface LoadOrder {
  port: number;
  path: string;
  seconds: number;
  /** requests per second; 0 = as fast as the answers come */
  rate: number;
  /** a gate to sign fresh codes for, by its devices in turns; null = send `body` again and again */
  gate: string | null;
  body: string;
  /** where in the list of passes to begin */
  first: number;
}

export interface LoadReport {
  rps: number;
  p50: number;
  p99: number;
  errors: number;
  sent: number;
  firstError: string;
}

/** A helper process of the bench that answers one message at a time. */
export class Helper {
  private constructor(private readonly child: ChildProcess) {}

  static async start<R>(file: string, argument: unknown): Promise<{ helper: Helper; ready: R }> {
    const child = fork(join(import.meta.dirname, file), [JSON.stringify(argument)], { stdio: 'inherit' });
    const [ready] = (await once(child, 'message')) as [R];
    return { helper: new Helper(child), ready };
  }

  async ask<R>(message: object): Promise<R> {
    this.child.send(message);
    const [answer] = (await once(this.child, 'message')) as [R];
    return answer;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
  }
}

/** Answers every message of the parent in turn. */
export function serve<M>(answer: (message: M) => Promise<object>): void {
  process.on('message', (message) => {
    void answer(message as M).then((reply) => process.send?.(reply));
  });
  process.on('disconnect', () => process.exit(0));
  process.on('SIGTERM', () => process.exit(0));
}
