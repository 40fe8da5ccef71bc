import { LockMode } from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { PhotoBook, type PhotoChoice } from '../application/photos.js';
import { type Photo } from '../domain/photo.js';
import { PhotoSchema } from './photo.schema.js';

@Injectable()
export class MikroPhotoBook extends PhotoBook {
  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
  ) {
    super();
  }

  add(photo: Photo): void {
    this.em.persist(photo);
  }

  withId(id: string): Promise<Photo | null> {
    return this.em.findOne(PhotoSchema, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  }

  ofVisit({ visitId, kind, personIndex }: PhotoChoice): Promise<Photo[]> {
    return this.found(sql`
      select id from photo
      where visit_id = ${visitId} and erased_at is null and kind = coalesce(${kind ?? null}::text, kind)
        and person_index = coalesce(${personIndex ?? null}::int, person_index) for update
    `);
  }

  unclaimed(storedBefore: Date, limit: number): Promise<Photo[]> {
    return this.found(sql`
      select id from photo where claimed_at is null and erased_at is null and stored_at <= ${storedBefore}
      order by stored_at limit ${limit} for update skip locked
    `);
  }

  private async found(query: ReturnType<typeof sql>): Promise<Photo[]> {
    const rows = (await this.database.rows(query)) as { id: string }[];
    return this.em.find(PhotoSchema, { id: { $in: rows.map(({ id }) => id) } });
  }
}
