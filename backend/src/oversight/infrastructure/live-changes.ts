import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { JobPool } from '../../platform/database/database.module.js';

/** Channel on which all processes hear that something happened; the payload names the campuses, `*` for all. */
export const CHANGED = 'gatehouse_changed';

const AGAIN_MS = 2_000;

/** One connection of this process that listens; it is made when somebody first watches, and again whenever it breaks. */
@Injectable()
export class LiveChanges implements BeforeApplicationShutdown {
  private readonly hearers = new Set<(campuses: string[]) => void>();
  private client: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly pool: JobPool) {}

  /** Calls back with the campuses that changed. */
  hear(hearer: (campuses: string[]) => void): void {
    this.hearers.add(hearer);
    if (!this.client) void this.connect();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const { connectionString, options } = this.pool.options as { connectionString: string; options: string };
    const client = new Client({ connectionString, options, keepAlive: true });
    this.client = client;
    client.on('notification', ({ payload = '' }) => this.tell(payload.split(',')));
    client.on('error', () => this.again(client));
    client.on('end', () => this.again(client));
    try {
      await client.connect();
      await client.query(`listen ${CHANGED}`);
      // Whatever was said while nobody listened.
      this.tell(['*']);
    } catch {
      this.again(client);
    }
  }

  private again(client: Client): void {
    if (this.stopped || this.client !== client) return;
    this.client = undefined;
    client.end().catch(() => undefined);
    this.timer = setTimeout(() => void this.connect(), AGAIN_MS);
  }

  private tell(campuses: string[]): void {
    for (const hearer of this.hearers) hearer(campuses);
  }
}
