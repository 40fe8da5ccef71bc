import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { Webhooks } from '../application/webhooks.js';
import { type Webhook } from '../domain/webhook.js';
import { WebhookSchema } from './webhook.schema.js';

@Injectable()
export class MikroWebhooks extends Webhooks {
  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
  ) {
    super();
  }

  add(webhook: Webhook): void {
    this.em.persist(webhook);
  }

  async withId(id: string, version?: number): Promise<Webhook> {
    const row = await this.database.first(sql<{ version: number }>`
      select version from webhook where id = ${id} and removed_at is null for update
    `);
    if (!row) throw new DomainError('webhook.not-found');
    if (version !== undefined && row.version !== version) throw new DomainError('request.conflict');
    return this.em.findOneOrFail(WebhookSchema, { id });
  }

  async count(): Promise<number> {
    const row = await this.database.first(sql<{ kept: number }>`
      select count(*)::int as kept from webhook where removed_at is null
    `);
    return row?.kept ?? 0;
  }
}
