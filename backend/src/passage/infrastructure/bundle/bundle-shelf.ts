import { type BundleContent, type BundlePart } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../../platform/database/database.js';

/** One entry as it ought to be: how it is written once it has a version. */
export interface WantedItem {
  part: BundlePart;
  key: string;
  digest: string;
  content: (version: number) => unknown;
}

export interface Shelf {
  version: number;
  floor: number;
  publishedAt: Date;
}

const KEEP_GONE_MS = 3 * 86_400_000;
const none: BundleContent['counts'] = { passes: 0, presence: 0, denied: 0, muster: 0 };

/** What was published for a campus, entry by entry, each with the version that wrote it last. */
@Injectable()
export class BundleShelf {
  constructor(private readonly database: Database) {}

  /** Until the command ends nobody else publishes for this campus. */
  async lock(campusId: string): Promise<Shelf> {
    await this.database.run(sql`
      insert into gate_bundle (campus_id, published_at) values (${campusId}, 'epoch') on conflict do nothing
    `);
    const shelf = await this.database.first(sql<Shelf>`
      select version, floor, published_at as "publishedAt" from gate_bundle where campus_id = ${campusId} for update
    `);
    if (!shelf) throw new Error('no bundle to lock');
    return shelf;
  }

  async version(campusId: string): Promise<number> {
    const row = await this.database.first(
      sql<{ version: number }>`select version from gate_bundle where campus_id = ${campusId}`,
    );
    return row?.version ?? 0;
  }

  /** Digests of everything that lies there now, by part and key. */
  async digests(campusId: string): Promise<Map<string, string>> {
    const rows = await this.database.rows(sql<{ place: string; digest: string }>`
      select part || '|' || key as place, digest from gate_bundle_item where campus_id = ${campusId} and content is not null
    `);
    return new Map(rows.map(({ place, digest }) => [place, digest]));
  }

  async write(campusId: string, version: number, items: WantedItem[], gone: string[], now: Date): Promise<void> {
    const written = items.map(({ part, key, digest, content }) => ({ part, key, digest, content: content(version) }));
    await this.database.run(sql`
      insert into gate_bundle_item (campus_id, part, key, version, content, digest, changed_at)
      select ${campusId}, i ->> 'part', i ->> 'key', ${version}, i -> 'content', i ->> 'digest', ${now}
      from jsonb_array_elements(${JSON.stringify(written)}::jsonb) as i
      on conflict (campus_id, part, key) do update
        set version = excluded.version, content = excluded.content, digest = excluded.digest, changed_at = excluded.changed_at
    `);
    await this.database.run(sql`
      update gate_bundle_item set version = ${version}, content = null, digest = '', changed_at = ${now}
      where campus_id = ${campusId} and part || '|' || key = any(${gone}::text[])
    `);
  }

  /** Closes the publication; forgets what was taken out long ago, after which no delta reaches further back. */
  async publish(campusId: string, version: number, now: Date): Promise<void> {
    await this.database.run(sql`
      with forgotten as (
        delete from gate_bundle_item
        where campus_id = ${campusId} and content is null and changed_at < ${new Date(now.getTime() - KEEP_GONE_MS)}
        returning version
      )
      update gate_bundle set version = ${version}, published_at = ${now},
        floor = greatest(floor, (select coalesce(max(version), 0) from forgotten))
      where campus_id = ${campusId}
    `);
  }

  /** Everything newer than a version; null = what lies there now. */
  async after(campusId: string, since: number | null): Promise<Pick<BundleContent, BundlePart | 'counts'>> {
    const rows = await this.database.rows(sql<{ part: BundlePart; items: unknown[] }>`
      select part, jsonb_agg(coalesce(content, case part
        when 'passes' then jsonb_build_array(key, version, null) when 'muster' then jsonb_build_array(key, version, null, '')
        else jsonb_build_array(key, null) end)) as items
      from gate_bundle_item
      where campus_id = ${campusId} and ${since === null ? sql`content is not null` : sql`version > ${since}`}
      group by part
    `);
    const counts = await this.database.rows(sql<{ part: BundlePart; count: number }>`
      select part, count(*)::int as count from gate_bundle_item where campus_id = ${campusId} and content is not null group by part
    `);
    const items = Object.fromEntries(rows.map(({ part, items: some }) => [part, some])) as Pick<
      BundleContent,
      BundlePart
    >;
    return {
      ...{ passes: [], presence: [], denied: [], muster: [] },
      ...items,
      counts: { ...none, ...Object.fromEntries(counts.map(({ part, count }) => [part, count])) },
    };
  }
}
