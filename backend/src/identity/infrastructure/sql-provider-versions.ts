import { Injectable } from '@nestjs/common';
import { type ProviderSettings } from '@gatehouse/contract';
import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { ProviderVersions } from '../application/identity-provider.js';
import { type SignInProviderFacts } from '../domain/sign-in-provider.js';

interface Row {
  key: string;
  version: number;
  zh: string;
  en: string;
  enabled: boolean;
  settings: ProviderSettings;
  changedAt: Date;
  changedBy: string;
}

@Injectable()
export class SqlProviderVersions extends ProviderVersions {
  constructor(private readonly database: Database) {
    super();
  }

  async newest(): Promise<SignInProviderFacts[]> {
    const rows = await this.database.rows(sql<Row>`
      select distinct on (key) key, version, name_zh as zh, name_en as en, enabled, settings,
             changed_at as "changedAt", changed_by as "changedBy"
      from sign_in_provider order by key, version desc
    `);
    return rows.map(({ zh, en, ...row }) => ({ ...row, name: { zh, en }, source: 'console' }));
  }

  async keep(provider: SignInProviderFacts): Promise<void> {
    const written = await this.database.run(sql`
      insert into sign_in_provider (key, version, name_zh, name_en, enabled, settings, changed_at, changed_by)
      values (${provider.key}, ${provider.version}, ${provider.name.zh}, ${provider.name.en}, ${provider.enabled},
              ${JSON.stringify(provider.settings)}, ${provider.changedAt}, ${provider.changedBy})
      on conflict do nothing
    `);
    if (written === 0) throw new DomainError('request.conflict');
  }
}
