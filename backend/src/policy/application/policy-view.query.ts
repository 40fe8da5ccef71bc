import { Injectable } from '@nestjs/common';
import { type PolicySettings, type PolicyView } from '@gatehouse/contract';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { dialsOf } from '../domain/dials.js';
import { withLaterSettings } from '../domain/later-settings.js';
import { Rules } from '../public.js';

interface VersionRow {
  version: number;
  activeFrom: Date;
  by: string;
  reason: string | null;
}

/** The rules in force and how they came to be. */
@Injectable()
export class PolicyViewQuery {
  constructor(
    private readonly rules: Rules,
    private readonly database: Database,
  ) {}

  async show(): Promise<PolicyView> {
    await this.rules.current(); // writes the first version on the first start
    const rows = await this.database.rows(sql<VersionRow & { settings: PolicySettings }>`
      select version, settings, active_from as "activeFrom", created_by as "by", reason
      from policy_version order by version desc limit 10
    `);
    const [newest] = rows;
    const settings = withLaterSettings(newest!.settings);
    return {
      version: newest!.version,
      activeFrom: newest!.activeFrom.toISOString(),
      preset: settings.preset,
      dials: dialsOf(settings),
      versions: rows.map(({ version, activeFrom, by, reason }) => ({
        version,
        activeFrom: activeFrom.toISOString(),
        by,
        reason,
      })),
    };
  }
}
