import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { AuditSealer } from './audit-sealer.js';
import { Checkpoints } from './checkpoints.js';

const SEAL_EVERY_MS = 1_000;
const LOOK_AT_CHECKPOINT_EVERY_MS = 600_000;

/** Keeps the chain closed: seals within a second of a commit, signs a checkpoint a day, sweeps once at the start. */
@Injectable()
export class AuditKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> = Promise.resolve();
  private stopped = false;
  private swept = false;
  private nextCheckpoint = 0;

  constructor(
    private readonly sealer: AuditSealer,
    private readonly checkpoints: Checkpoints,
    private readonly logger: PinoLogger,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  /** Before, not on, the shutdown: the connections are closed in the shutdown itself, in no order one could count on. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.working;
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.working = this.turn().finally(() => this.schedule());
    }, SEAL_EVERY_MS);
  }

  private async turn(): Promise<void> {
    try {
      await (this.swept ? this.sealer.sealRecent() : this.sealer.sweep());
      this.swept = true;
      if (performance.now() < this.nextCheckpoint) return;
      await this.checkpoints.makeDaily();
      this.nextCheckpoint = performance.now() + LOOK_AT_CHECKPOINT_EVERY_MS;
    } catch (error) {
      this.logger.error({ error: error instanceof Error ? error.name : 'unknown' }, 'audit sealer');
    }
  }
}
