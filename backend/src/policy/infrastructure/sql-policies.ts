import { Injectable } from '@nestjs/common';
import { type DialKey, type PolicySettings } from '@gatehouse/contract';
import { sql } from 'kysely';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Database } from '../../platform/database/database.js';
import { Policies, type PolicyVersion } from '../application/policies.js';
import { withLaterSettings } from '../domain/later-settings.js';

/** Any fixed number: versions are added one after the other. */
const LOCK = 731_004;

@Injectable()
export class SqlPolicies extends Policies {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {
    super();
  }

  async newest(): Promise<{ version: number; settings: PolicySettings }> {
    await this.database.run(sql`select pg_advisory_xact_lock(${LOCK})`);
    const row = await this.database.first(sql<{ version: number; settings: PolicySettings }>`
      select version, settings from policy_version order by version desc limit 1
    `);
    if (!row) throw new Error('no policy yet');
    return { version: row.version, settings: withLaterSettings(row.settings) };
  }

  async add({ id, version, settings, activeFrom, by, reason }: PolicyVersion, turned: DialKey[]): Promise<void> {
    await this.database.run(sql`
      insert into policy_version (id, version, settings, active_from, created_by, reason)
      values (${id}, ${version}, ${JSON.stringify(settings)}, ${activeFrom}, ${by}, ${reason})
    `);
    await this.audit.append('policy.switched', { kind: 'policy', id }, { version, turned, reason }, activeFrom);
  }
}
