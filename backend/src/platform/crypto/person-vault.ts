import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Ids } from '../../kernel/ids.js';
import { Database } from '../database/database.js';
import { MasterKey } from './master-key.js';
import { open, seal } from './sealed-box.js';

/** A person's own data key. Destroying it makes everything sealed under it unreadable, in every backup too. */
export interface PersonKey {
  id: string;
  seal(plain: Uint8Array | string, purpose: string): Buffer;
  open(sealed: Uint8Array, purpose: string): Buffer;
}

@Injectable()
export class PersonVault {
  constructor(
    private readonly database: Database,
    private readonly master: MasterKey,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async create(): Promise<PersonKey> {
    const id = this.ids.uuid();
    const key = randomBytes(32);
    await this.database.run(sql`
      insert into person_key (id, wrapped, created_at) values (${id}, ${this.master.wrap(key, `person:${id}`)}, ${this.clock.now()})
    `);
    return personKey(id, key);
  }

  /** Null when the person was erased. */
  async find(id: string): Promise<PersonKey | null> {
    const row = await this.database.first(
      sql<{ wrapped: Buffer | null }>`select wrapped from person_key where id = ${id}`,
    );
    return row?.wrapped ? personKey(id, this.master.unwrap(row.wrapped, `person:${id}`)) : null;
  }

  /** The keys of many people at once, by id; those of erased people are not among them. */
  async findAll(ids: string[]): Promise<Map<string, PersonKey>> {
    const rows = await this.database.rows(sql<{ id: string; wrapped: Buffer }>`
      select id, wrapped from person_key where id = any(${ids}::uuid[]) and wrapped is not null
    `);
    return new Map(rows.map(({ id, wrapped }) => [id, personKey(id, this.master.unwrap(wrapped, `person:${id}`))]));
  }

  async destroy(id: string): Promise<void> {
    await this.database.run(sql`
      update person_key set wrapped = null, destroyed_at = ${this.clock.now()} where id = ${id} and wrapped is not null
    `);
  }
}

const personKey = (id: string, key: Buffer): PersonKey => ({
  id,
  seal: (plain, purpose) => seal(key, plain, `${id}:${purpose}`),
  open: (sealed, purpose) => open(key, sealed, `${id}:${purpose}`),
});
