import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { BlacklistEntries } from '../application/blacklist-entries.js';
import { type BlacklistEntry } from '../domain/blacklist-entry.js';
import { BlacklistEntrySchema } from './blacklist-entry.schema.js';

@Injectable()
export class MikroBlacklistEntries extends BlacklistEntries {
  constructor(private readonly em: EntityManager) {
    super();
  }

  add(entry: BlacklistEntry): void {
    this.em.persist(entry);
  }

  async withId(id: string): Promise<BlacklistEntry> {
    const entry = await this.em.findOne(BlacklistEntrySchema, { id });
    if (!entry) throw new DomainError('blacklist.not-found');
    return entry;
  }
}
