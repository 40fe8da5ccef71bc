import { type DialChange, type Difference, type PolicyDraft, type PolicySettings } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Database } from '../../platform/database/database.js';
import { type KnownVersion, Policies, type PolicyVersion } from '../application/policies.js';
import { withLaterSettings } from '../domain/later-settings.js';
import { draftColumns } from '../application/draft-row.js';

/** Any fixed number: versions are added one after the other. */
const LOCK = 731_004;

interface VersionRow {
  version: number;
  settings: PolicySettings;
  activeFrom: Date;
}

@Injectable()
export class SqlPolicies extends Policies {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {
    super();
  }

  async newest(): Promise<KnownVersion> {
    await this.lock();
    const row = await this.database.first(sql<VersionRow>`
      select version, settings, active_from as "activeFrom" from policy_version
      where withdrawn_at is null order by version desc limit 1
    `);
    if (!row) throw new Error('no policy yet');
    return known(row);
  }

  async find(version: number): Promise<KnownVersion | null> {
    const row = await this.database.first(sql<VersionRow>`
      select version, settings, active_from as "activeFrom" from policy_version where version = ${version}
    `);
    return row && known(row);
  }

  async add(made: PolicyVersion, changed: Difference[]): Promise<void> {
    const { id, settings, activeFrom, by, reason, returnsTo } = made;
    const version = await this.nextNumber();
    await this.database.run(sql`
      insert into policy_version (id, version, settings, active_from, created_by, reason, returns_to)
      values (${id}, ${version}, ${JSON.stringify(settings)}, ${activeFrom}, ${by}, ${reason}, ${returnsTo})
    `);
    const turned = changed.map(({ key }) => key);
    const details = { version, turned, changed, reason, activeFrom, ...(returnsTo !== null && { returnsTo }) };
    await this.audit.append('policy.switched', { kind: 'policy', id }, details);
  }

  async withdraw(version: number, by: string, reason: string, now: Date): Promise<void> {
    const row = await this.database.first(sql<{ id: string }>`
      update policy_version set withdrawn_at = ${now}, withdrawn_by = ${by} where version = ${version} returning id
    `);
    if (row) await this.audit.append('policy.withdrawn', { kind: 'policy', id: row.id }, { version, reason }, now);
  }

  async draft(): Promise<PolicyDraft | null> {
    await this.lock();
    return this.database.first(sql<PolicyDraft>`select ${draftColumns} from policy_draft`);
  }

  async keepDraft(basedOn: number, changes: DialChange[], by: string, now: Date): Promise<void> {
    await this.database.run(sql`
      insert into policy_draft (based_on, changes, revision, changed_by, changed_at)
      values (${basedOn}, ${JSON.stringify(changes)}, 1, ${by}, ${now})
      on conflict (only_one) do update set based_on = excluded.based_on, changes = excluded.changes,
        revision = policy_draft.revision + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at
    `);
    await this.audit.append(
      'policy.draft-kept',
      { kind: 'policy', id: 'draft' },
      { basedOn, keys: changes.map(({ key }) => key) },
      now,
    );
  }

  async dropDraft(): Promise<void> {
    await this.database.run(sql`delete from policy_draft`);
  }

  /** Withdrawn ones keep their number. */
  private async nextNumber(): Promise<number> {
    const row = await this.database.first(sql<{ next: number }>`select max(version) + 1 as next from policy_version`);
    return row?.next ?? 1;
  }

  private async lock(): Promise<void> {
    await this.database.run(sql`select pg_advisory_xact_lock(${LOCK})`);
  }
}

const known = ({ version, settings, activeFrom }: VersionRow): KnownVersion => ({
  version,
  settings: withLaterSettings(settings),
  activeFrom,
});
