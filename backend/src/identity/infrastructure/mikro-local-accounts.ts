import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { LocalAccounts } from '../application/local-accounts.js';
import { type LocalAccount } from '../domain/local-account.js';
import { LocalAccountSchema } from './local-account.schema.js';

@Injectable()
export class MikroLocalAccounts extends LocalAccounts {
  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
  ) {
    super();
  }

  add(account: LocalAccount): void {
    this.em.persist(account);
  }

  withLogin(login: string): Promise<LocalAccount | null> {
    return this.em.findOne(LocalAccountSchema, { login });
  }

  whoIs(id: string): Promise<Pick<LocalAccount, 'id' | 'login' | 'name' | 'role'> | null> {
    return this.database.first(
      sql`select id, login, name, role from local_account where id = ${id} and ended_at is null`,
    );
  }

  async active(id: string): Promise<LocalAccount | null> {
    const account = await this.em.findOne(LocalAccountSchema, { id });
    return account?.isActive ? account : null;
  }
}
