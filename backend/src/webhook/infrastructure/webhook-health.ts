import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { Integrations } from '../../platform/health/integrations.js';

/** How it goes with the systems that are told of events. Each is tried out on its own page. */
@Injectable()
export class WebhookHealth {
  constructor(
    integrations: Integrations,
    private readonly database: Database,
  ) {
    integrations.add('webhooks', { health: () => this.health() });
  }

  private async health() {
    const row = await this.database.first(sql<{
      webhooks: number;
      good: Date | null;
      bad: Date | null;
      error: string | null;
      stuck: number;
    }>`
      select (select count(*)::int from webhook where removed_at is null and enabled) as webhooks,
             max(done_at) filter (where state = 'done') as good,
             max(created_at) filter (where state <> 'done' and attempts > 0) as bad,
             (array_agg(coalesce(last_error, 'HTTP ' || last_status) order by created_at desc)
               filter (where state <> 'done' and attempts > 0))[1] as error,
             count(*) filter (where state = 'stuck')::int as stuck
      from webhook_call where webhook_id in (select id from webhook where removed_at is null)
    `);
    return {
      isConfigured: (row?.webhooks ?? 0) > 0,
      lastSuccessAt: row?.good ?? null,
      lastFailureAt: row?.bad ?? null,
      lastError: row?.error ?? null,
      behind: row?.stuck ?? 0,
    };
  }
}
