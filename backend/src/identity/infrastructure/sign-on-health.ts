import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { Integrations } from '../../platform/health/integrations.js';
import { IdentityProviders } from '../application/identity-provider.js';
import { ProviderTrial } from '../application/provider-trial.js';

/** How it goes with the university's sign-in: who came through last, and whether the servers answer. */
@Injectable()
export class SignOnHealth {
  constructor(
    integrations: Integrations,
    private readonly providers: IdentityProviders,
    private readonly trial: ProviderTrial,
    private readonly database: Database,
  ) {
    integrations.add('sign-on', { health: () => this.health(), attempt: () => this.attempt() });
  }

  private async health() {
    const enabled = await this.enabled();
    const row = await this.database.first(sql<{ lastSuccessAt: Date | null }>`
      select max(began_at) as "lastSuccessAt" from staff_session where provider = any(${enabled}::text[])
    `);
    const lastSuccessAt = row?.lastSuccessAt ?? null;
    return { isConfigured: enabled.length > 0, lastSuccessAt, lastFailureAt: null, lastError: null, behind: 0 };
  }

  private async attempt(): Promise<void> {
    for (const key of await this.enabled()) {
      const { ok } = await this.trial.of(key);
      if (!ok) throw Object.assign(new Error(), { code: `provider:${key}` });
    }
  }

  private async enabled(): Promise<string[]> {
    return (await this.providers.all()).filter((provider) => provider.enabled).map(({ key }) => key);
  }
}
