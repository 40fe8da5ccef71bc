import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { Integrations } from '../../platform/health/integrations.js';
import { DirectorySource, SourceState } from '../application/directory-source.js';

/** How it goes with the directory server: its comparisons, and whether it can be read. */
@Injectable()
export class DirectoryHealth {
  constructor(
    integrations: Integrations,
    private readonly source: DirectorySource,
    private readonly state: SourceState,
    private readonly database: Database,
  ) {
    integrations.add('directory', { health: () => this.health(), attempt: () => this.attempt() });
  }

  private async health() {
    const row = await this.database.first(sql<{ good: Date | null; bad: Date | null; failure: string | null }>`
      select max(at) filter (where outcome <> 'failed') as good, max(at) filter (where outcome = 'failed') as bad,
             (array_agg(failure order by at desc) filter (where outcome = 'failed'))[1] as failure
      from directory_sync where origin = 'ldap'
    `);
    const { sweptAt } = await this.state.marks();
    const good = row?.good && sweptAt ? (row.good > sweptAt ? row.good : sweptAt) : (row?.good ?? sweptAt);
    return {
      isConfigured: this.source.address !== null,
      lastSuccessAt: good,
      lastFailureAt: row?.bad ?? null,
      lastError: row?.failure ?? null,
      behind: 0,
    };
  }

  /** Reads what changed since the last time, and does nothing with it. */
  private async attempt(): Promise<void> {
    await this.source.read((await this.state.marks()).readUpTo);
  }
}
