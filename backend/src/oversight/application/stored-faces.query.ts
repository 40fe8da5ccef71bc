import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';

/** Whoever stores 100,000 faces must file with the authorities; the office hears of it well before. */
const WARN_AT = 80_000;

/** Counts face photos, of all campuses together: the duty is the university's. */
@Injectable()
export class StoredFacesQuery {
  constructor(private readonly database: Database) {}

  async count(): Promise<{ count: number; warnAt: number }> {
    const found = await this.database.first(sql<{ count: number }>`
      select count(*)::int as count from photo_held where kind = 'face'
    `);
    return { count: found?.count ?? 0, warnAt: WARN_AT };
  }
}
