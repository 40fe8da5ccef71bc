import { Injectable } from '@nestjs/common';
import { type WebhookCallRow, type WebhookCallState, type WebhookRow } from '@gatehouse/contract';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';

const SHOWN = 200;

type Sql<T, D extends keyof T> = Omit<T, D> & Record<D, Date | null>;

/** Webhooks and what was, or could not be, sent to them. */
@Injectable()
export class WebhooksQuery {
  constructor(private readonly database: Database) {}

  async all(): Promise<WebhookRow[]> {
    const rows = await this.database.rows(sql<Sql<WebhookRow, 'changedAt' | 'lastDoneAt'>>`
      select w.id, w.name, w.url, w.events, w.enabled, w.version, w.changed_by as "changedBy", w.changed_at as "changedAt",
             count(c.id) filter (where c.state = 'waiting')::int as waiting,
             count(c.id) filter (where c.state = 'stuck')::int as stuck, max(c.done_at) as "lastDoneAt"
      from webhook w left join webhook_call c on c.webhook_id = w.id
      where w.removed_at is null group by w.id order by w.name, w.id
    `);
    return rows.map((row) => ({ ...row, changedAt: iso(row.changedAt) ?? '', lastDoneAt: iso(row.lastDoneAt) }));
  }

  /** The newest ones, without what is in them. */
  async calls(webhookId: string | undefined, state: WebhookCallState | undefined): Promise<WebhookCallRow[]> {
    const rows = await this.database.rows(sql<Sql<WebhookCallRow, 'createdAt' | 'nextAttemptAt' | 'doneAt'>>`
      select c.id, c.webhook_id as "webhookId", w.name as "webhookName", c.type, c.state, c.attempts,
             c.last_status as "lastStatus", c.last_error as "lastError", c.created_at as "createdAt",
             case when c.state = 'waiting' then c.next_attempt_at end as "nextAttemptAt", c.done_at as "doneAt"
      from webhook_call c join webhook w on w.id = c.webhook_id
      where ${state ? sql`c.state = ${state}` : sql`true`} and ${webhookId ? sql`c.webhook_id = ${webhookId}` : sql`true`}
      order by c.created_at desc, c.id desc limit ${SHOWN}
    `);
    return rows.map((row) => ({
      ...row,
      createdAt: iso(row.createdAt) ?? '',
      nextAttemptAt: iso(row.nextAttemptAt),
      doneAt: iso(row.doneAt),
    }));
  }
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
