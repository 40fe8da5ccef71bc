import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { Integrations } from '../../platform/health/integrations.js';

const SILENT_MINUTES = 5;

/** Whether the paired devices of the gates have been heard of lately. */
@Injectable()
export class GateHealth {
  constructor(
    integrations: Integrations,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    integrations.add('gates', { health: () => this.health() });
  }

  private async health() {
    const since = new Date(this.clock.now().getTime() - SILENT_MINUTES * 60_000);
    const row = await this.database.first(sql<{ paired: number; seen: Date | null; silent: number }>`
      select count(*)::int as paired, max(last_seen_at) as seen,
             count(*) filter (where last_seen_at is null or last_seen_at < ${since})::int as silent
      from device where state = 'paired'
    `);
    return {
      isConfigured: (row?.paired ?? 0) > 0,
      lastSuccessAt: row?.seen ?? null,
      lastFailureAt: null,
      lastError: row?.silent ? 'silent' : null,
      behind: row?.silent ?? 0,
    };
  }
}
