import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { BlacklistEntries } from '../application/blacklist-entries.js';
import { type BlacklistEntry } from '../domain/blacklist-entry.js';
import { BlacklistEntrySchema } from './blacklist-entry.schema.js';

@Injectable()
export class MikroBlacklistEntries extends BlacklistEntries {
  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
  ) {
    super();
  }

  add(entry: BlacklistEntry): void {
    this.em.persist(entry);
  }

  async changeable(id: string, campusIds: string[] | null): Promise<BlacklistEntry> {
    const entry = await this.withId(id);
    if (!entry.isWithin(campusIds)) throw new DomainError('blacklist.not-found');
    return entry;
  }

  async readable(id: string, campusIds: string[] | null): Promise<BlacklistEntry> {
    const entry = await this.withId(id);
    if (entry.campusId !== null && !entry.isWithin(campusIds)) throw new DomainError('blacklist.not-found');
    return entry;
  }

  async standing(keys: string[], at: Date): Promise<string[]> {
    const rows = await this.database.rows(sql<{ key: string }>`
      select found.key from (
        select coalesce(b.campus_id::text, '*') || '|' || (key ->> 'kind') || '|' || (key ->> 'index') as key
        from blacklist_entry b, jsonb_array_elements(b.keys) as key
        where b.lifted_at is null and (b.until_at is null or b.until_at > ${at})
      ) as found where found.key = any(${keys}::text[])
    `);
    return rows.map(({ key }) => key);
  }

  private async withId(id: string): Promise<BlacklistEntry> {
    const entry = await this.em.findOne(BlacklistEntrySchema, { id });
    if (!entry) throw new DomainError('blacklist.not-found');
    return entry;
  }
}
