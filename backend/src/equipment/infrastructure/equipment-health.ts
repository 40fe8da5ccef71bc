import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { Integrations } from '../../platform/health/integrations.js';

/** Whether terminals and cameras answer. */
@Injectable()
export class EquipmentHealth {
  constructor(
    integrations: Integrations,
    private readonly database: Database,
  ) {
    integrations.add('equipment', { health: () => this.health() });
  }

  private async health() {
    const row = await this.database.first(sql<{
      open: number;
      seen: Date | null;
      faulty: number;
      fault: string | null;
    }>`
      select count(*)::int as open, max(last_seen_at) as seen, count(*) filter (where fault is not null)::int as faulty,
             max(fault) as fault
      from equipment where state = 'open'
    `);
    return {
      isConfigured: (row?.open ?? 0) > 0,
      lastSuccessAt: row?.seen ?? null,
      lastFailureAt: null,
      lastError: row?.fault ?? null,
      behind: row?.faulty ?? 0,
    };
  }
}
