import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { PhotoSeal } from '../application/photo-seal.js';
import { PhotoStore } from '../application/photo-store.js';
import { type OpenedPhoto, Photos } from '../public.js';

interface PhotoRow {
  id: string;
  media_type: string;
  file: string;
  file_key: Buffer;
  person_key_id: string;
}

/** Opens photos for those whom another context let through. */
@Injectable()
export class StoredPhotos extends Photos {
  constructor(
    private readonly database: Database,
    private readonly store: PhotoStore,
    private readonly sealer: PhotoSeal,
  ) {
    super();
  }

  face(visitId: string, personIndex: number): Promise<OpenedPhoto | null> {
    return this.newest(sql`kind = 'face' and visit_id = ${visitId} and person_index = ${personIndex}`);
  }

  document(visitId: string, key: string): Promise<OpenedPhoto | null> {
    return this.newest(sql`kind = 'document' and visit_id = ${visitId} and document_key = ${key}`);
  }

  private async newest(where: ReturnType<typeof sql>): Promise<OpenedPhoto | null> {
    const row = await this.database.first(sql<PhotoRow>`
      select id, media_type, file, file_key, person_key_id from photo
      where ${where} and erased_at is null order by claimed_at desc limit 1
    `);
    const sealed = row && (await this.store.get(row.file));
    if (!sealed) return null;
    const key = { id: row.id, fileKey: row.file_key, personKeyId: row.person_key_id };
    const bytes = await this.sealer.open(key, sealed);
    return bytes && { mediaType: row.media_type, bytes };
  }
}
