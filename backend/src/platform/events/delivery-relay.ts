import { Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Deliveries } from './deliveries.js';

const IDLE_MS = 500;

/** Keeps the deliveries moving: at once after a commit of this process, and twice a second for those of others. */
@Injectable()
export class DeliveryRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly logger: PinoLogger,
  ) {}

  onApplicationBootstrap(): void {
    this.deliveries.wake = () => this.schedule(0);
    this.schedule(IDLE_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.working;
  }

  private schedule(delay: number): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.working = this.working.then(() => this.turn());
    }, delay);
  }

  private async turn(): Promise<void> {
    if (this.stopped) return;
    try {
      while ((await this.deliveries.workOff()) > 0 && !this.stopped);
    } catch (error) {
      this.logger.error({ error: error instanceof Error ? error.message : 'unknown' }, 'delivery relay');
    }
    this.schedule(IDLE_MS);
  }
}
