import { setTimeout as pause } from 'node:timers/promises';
import { stopOrphan } from './orphan.js';
import { choosePort } from './port.js';
import { type Launch, Postmaster, PostmasterFailed } from './postmaster.js';

export type Plan = Omit<Launch, 'port' | 'superuserUrl'> & {
  wantedPort: number;
  superuserUrl: (port: number) => string;
  log: (line: string) => void;
};

/** Keeps one server running: started again on the same port when it dies by itself, until it is stopped. */
export class Supervisor {
  private stopping = false;
  private restarting: Promise<void> = Promise.resolve();

  private constructor(
    private readonly plan: Plan,
    readonly port: number,
    private postmaster: Postmaster,
  ) {
    this.watch();
  }

  get pid(): number | undefined {
    return this.postmaster.pid;
  }

  static async start(plan: Plan): Promise<Supervisor> {
    for (let attempt = 1; ; attempt++) {
      const port = await choosePort(plan.home, plan.wantedPort);
      try {
        return new Supervisor(plan, port, await launch(plan, port));
      } catch (error) {
        // Somebody took the port between our look and the server's.
        if (attempt === 3 || !says(error, 'could not bind')) throw error;
      }
    }
  }

  async stop(signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
    this.stopping = true;
    await this.restarting;
    await this.postmaster.stop(signal);
  }

  private watch(): void {
    const since = Date.now();
    void this.postmaster.exited.then(() => {
      if (!this.stopping) this.restarting = this.restart(Date.now() - since < 10_000 ? 500 : 0);
    });
  }

  private async restart(delay: number): Promise<void> {
    this.plan.log('内置数据库意外停止，正在重新启动… The embedded database stopped unexpectedly, starting it again…');
    await pause(delay);
    if (this.stopping) return;
    try {
      this.postmaster = await launch(this.plan, this.port);
      this.watch();
    } catch (error) {
      this.plan.log(String(error));
    }
  }
}

async function launch(plan: Plan, port: number): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    await stopOrphan(plan.cluster, plan.log);
    try {
      return await Postmaster.launch({ ...plan, port, superuserUrl: plan.superuserUrl(port) });
    } catch (error) {
      // The children of a server that was killed need a moment to notice it.
      if (attempt === 240 || !says(error, 'pre-existing shared memory block')) throw error;
      await pause(250);
    }
  }
}

const says = (error: unknown, words: string) => error instanceof PostmasterFailed && error.said.includes(words);
