import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import {
  type BlacklistEvidence,
  type BlacklistFilter,
  type BlacklistLevel,
  type BlacklistPage,
  type BlacklistRow,
} from '@gatehouse/contract';
import { campusDay } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { readCursor, writeCursor } from '../../kernel/cursor.js';
import { Database } from '../../platform/database/database.js';
import { type MatchKey } from '../domain/blacklist-entry.js';
import { entriesSought, type SoughtEntries } from './entries-sought.query.js';

interface Row {
  id: string;
  name: string;
  level: BlacklistLevel;
  reason: string;
  evidence: string | null;
  files: BlacklistEvidence[];
  keys: MatchKey[];
  campus_id: string | null;
  campus_name: string | null;
  from_at: Date;
  until_at: Date | null;
  listed_by: string;
  listed_at: Date;
  lifted_by: string | null;
  lifted_at: Date | null;
  lift_reason: string | null;
  review_on: string | null;
  review_at: Date;
  reviewed_by: string | null;
  reviewed_at: Date | null;
  review_note: string | null;
}

const EXACT_BELOW = 10_000;

/** The blacklist as the office sees it, newest first; what should be reviewed, the longest overdue first. */
@Injectable()
export class BlacklistQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param campusIds whose entries, beside those for every campus; null = all */
  async page(filter: BlacklistFilter, campusIds: string[] | null, sought: SoughtEntries): Promise<BlacklistPage> {
    const now = this.clock.now();
    const limit = filter.limit ?? 50;
    const where = sql`${inState(filter.state, now)} and ${entriesSought(sought)}
      and (${filter.level ?? null}::text is null or b.level = ${filter.level ?? null})
      and (${filter.entry ?? null}::uuid is null or b.id = ${filter.entry ?? null}::uuid)
      and (b.campus_id is null or ${campusIds}::uuid[] is null or b.campus_id = any(${campusIds}::uuid[]))`;
    const rows = await this.database.rows(sql<Row>`
      select b.*, ${byReview} as review_at, c.name as campus_name, coalesce(files.list, '[]') as files
      from blacklist_entry b left join campus c on c.id = b.campus_id
      left join lateral (
        select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size,
                 'addedBy', f.added_by, 'addedAt', f.added_at) order by f.added_at, f.id) as list
        from blacklist_evidence f where f.entry_id = b.id
      ) as files on true
      where ${where} and ${behind(filter)}
      order by ${filter.state === 'due' ? sql`${byReview}, b.id` : sql`b.listed_at desc, b.id desc`} limit ${limit + 1}
    `);
    const counted = await this.database.first(sql<{ total: number }>`
      select count(*)::int as total from (select from blacklist_entry b where ${where} limit ${EXACT_BELOW}) as found
    `);
    const total = counted?.total ?? 0;
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map((row) => rowOf(row, now)),
      next: last ? writeCursor({ at: filter.state === 'due' ? last.review_at : last.listed_at, id: last.id }) : null,
      total,
      exact: total < EXACT_BELOW,
    };
  }
}

/** The day of the review as a moment, so that one kind of cursor serves every order. */
const byReview = sql`(b.review_on::timestamp at time zone 'UTC')`;

function behind({ state, after }: BlacklistFilter): RawBuilder<unknown> {
  const cursor = readCursor(after);
  if (!cursor) return sql`true`;
  return state === 'due'
    ? sql`(${byReview}, b.id) > (${cursor.at}, ${cursor.id}::uuid)`
    : sql`(b.listed_at, b.id) < (${cursor.at}, ${cursor.id}::uuid)`;
}

function inState(state: BlacklistFilter['state'], now: Date): RawBuilder<unknown> {
  const ended = sql`(b.lifted_at is not null or (b.until_at is not null and b.until_at <= ${now}))`;
  if (state === 'ended') return ended;
  if (state === 'active') return sql`not ${ended}`;
  return state === 'due' ? sql`(not ${ended} and b.review_on <= ${campusDay(now)})` : sql`true`;
}

function rowOf(row: Row, now: Date): BlacklistRow {
  const state = row.lifted_at ? 'lifted' : row.until_at && row.until_at <= now ? 'over' : null;
  return {
    id: row.id,
    name: row.name,
    keys: row.keys.map(({ kind, masked }) => ({ kind, masked })),
    level: row.level,
    reason: row.reason,
    evidence: row.evidence,
    files: row.files,
    campus: row.campus_id && row.campus_name ? { id: row.campus_id, name: row.campus_name } : null,
    from: row.from_at.toISOString(),
    until: row.until_at?.toISOString() ?? null,
    listedBy: row.listed_by,
    listedAt: row.listed_at.toISOString(),
    state: state ?? (row.from_at > now ? 'later' : 'active'),
    liftedBy: row.lifted_by,
    liftReason: row.lift_reason,
    reviewOn: row.review_on,
    isReviewDue: state === null && row.review_on !== null && row.review_on <= campusDay(now),
    reviewedBy: row.reviewed_by,
    reviewedAt: row.reviewed_at?.toISOString() ?? null,
    reviewNote: row.review_note,
  };
}
