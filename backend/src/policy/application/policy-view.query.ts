import { Injectable } from '@nestjs/common';
import {
  type Difference,
  type PolicyDraft,
  type PolicySettings,
  type PolicyVersionRow,
  type PolicyView,
} from '@gatehouse/contract';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { dialsOf, differences } from '../domain/dials.js';
import { withLaterSettings } from '../domain/later-settings.js';
import { Rules } from '../public.js';
import { draftColumns } from './draft-row.js';

interface VersionRow extends Omit<PolicyVersionRow, 'activeFrom'> {
  activeFrom: Date;
}

const MOST_VERSIONS = 200;

/** The rules in force, what is about to change, and how they came to be. */
@Injectable()
export class PolicyViewQuery {
  constructor(
    private readonly rules: Rules,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async show(): Promise<PolicyView> {
    await this.rules.current(); // writes the first version on the first start
    const [now, versions] = [this.clock.now(), await this.versions(10)];
    const standing = versions.filter(({ withdrawnBy }) => withdrawnBy === null);
    const [newest] = standing;
    const active = await this.inForce(now);
    const isAhead = newest !== undefined && newest.version > active.version;
    return {
      version: active.version,
      activeFrom: active.activeFrom.toISOString(),
      preset: active.settings.preset,
      dials: dialsOf(active.settings),
      newest: newest?.version ?? active.version,
      scheduled: isAhead ? newest : null,
      draft: await this.database.first(sql<PolicyDraft>`select ${draftColumns} from policy_draft`),
      versions,
    };
  }

  /** Every version, newest first. */
  async versions(most = MOST_VERSIONS): Promise<PolicyVersionRow[]> {
    const rows = await this.database.rows(sql<VersionRow>`
      select version, active_from as "activeFrom", created_by as "by", reason, returns_to as "returnsTo", withdrawn_by as "withdrawnBy"
      from policy_version order by version desc limit ${most}
    `);
    return rows.map((row) => ({ ...row, activeFrom: row.activeFrom.toISOString() }));
  }

  /** In what the later of two versions differs from the earlier. */
  async differences(was: number, now: number): Promise<Difference[]> {
    const [before, after] = [await this.settingsOf(was), await this.settingsOf(now)];
    return differences(before, after);
  }

  private async settingsOf(version: number): Promise<PolicySettings> {
    const row = await this.database.first(
      sql<{ settings: PolicySettings }>`select settings from policy_version where version = ${version}`,
    );
    if (!row) throw new DomainError('policy.version-not-found');
    return withLaterSettings(row.settings);
  }

  private async inForce(now: Date): Promise<{ version: number; activeFrom: Date; settings: PolicySettings }> {
    const row = await this.database.first(sql<{ version: number; activeFrom: Date; settings: PolicySettings }>`
      select version, active_from as "activeFrom", settings from policy_version
      where active_from <= ${now} and withdrawn_at is null order by version desc limit 1
    `);
    return { ...row!, settings: withLaterSettings(row!.settings) };
  }
}
