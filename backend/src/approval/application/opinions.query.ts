import { Injectable } from '@nestjs/common';
import { type CommonOpinion, type OpinionBook } from '@gatehouse/contract';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';

/** The own list and the shared one, in the order they were written. */
@Injectable()
export class OpinionsQuery {
  constructor(private readonly database: Database) {}

  async book(staffId: string): Promise<OpinionBook> {
    const rows = await this.database.rows(sql<CommonOpinion & { owner_id: string | null }>`
      select id, owner_id, kind, text from common_opinion
      where dropped_at is null and (owner_id = ${staffId} or owner_id is null) order by written_at, id
    `);
    const listOf = (isOwn: boolean) =>
      rows.filter(({ owner_id }) => (owner_id !== null) === isOwn).map(({ id, kind, text }) => ({ id, kind, text }));
    return { own: listOf(true), shared: listOf(false) };
  }
}
