import { Injectable } from '@nestjs/common';
import { type WebhookEvent } from '@gatehouse/contract';
import { type RawBuilder, sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { WebhookCalls } from '../application/webhooks.js';

const KNOWN_FOR_MS = 5_000;

@Injectable()
export class SqlWebhookCalls extends WebhookCalls {
  private passages = { wanted: false, askedAt: -KNOWN_FOR_MS };

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  queue(type: WebhookEvent, data: Record<string, unknown>, at: Date): Promise<void> {
    return this.write(type, data, at, sql`enabled and ${type} = any(events)`);
  }

  queueTest(webhookId: string): Promise<void> {
    return this.write('webhook.test', {}, this.clock.now(), sql`id = ${webhookId}`);
  }

  async sendAgain(id: string): Promise<boolean> {
    const now = this.clock.now();
    const changed = await this.database.run(sql`
      update webhook_call set state = 'waiting', attempts = 0, next_attempt_at = ${now}
      where id = ${id} and state = 'stuck'
    `);
    return changed === 1;
  }

  async drop(webhookId: string): Promise<void> {
    await this.database.run(sql`delete from webhook_call where webhook_id = ${webhookId} and state <> 'done'`);
  }

  wantsPassages(): boolean {
    const now = performance.now();
    if (now - this.passages.askedAt > KNOWN_FOR_MS) {
      this.passages.askedAt = now;
      void this.askForPassages();
    }
    return this.passages.wanted;
  }

  /** The body is kept as the text that is signed: every attempt sends the same bytes. */
  private async write(type: string, data: object, at: Date, wanted: RawBuilder<unknown>): Promise<void> {
    const body = JSON.stringify({ type, timestamp: at.toISOString(), data });
    const now = this.clock.now();
    await this.database.run(sql`
      insert into webhook_call (id, webhook_id, type, body, next_attempt_at, created_at)
      select gen_random_uuid(), id, ${type}, ${body}, ${now}, ${now} from webhook
      where removed_at is null and ${wanted}
    `);
  }

  private async askForPassages(): Promise<void> {
    const row = await this.database
      .first(
        sql<{ wanted: boolean }>`
          select exists (
            select from webhook where enabled and removed_at is null
              and events && '{passage.entry-admitted,passage.entry-refused,passage.exit-recorded}'::text[]
          ) as wanted`,
      )
      .catch(() => null);
    this.passages.wanted = row?.wanted ?? this.passages.wanted;
  }
}
