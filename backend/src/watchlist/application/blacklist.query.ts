import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type BlacklistEvidence, type BlacklistLevel, type BlacklistRow } from '@gatehouse/contract';
import { campusDay } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { type MatchKey } from '../domain/blacklist-entry.js';

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
  reviewed_by: string | null;
  reviewed_at: Date | null;
  review_note: string | null;
}

export interface BlacklistQuestion {
  q?: string;
  state?: 'active' | 'ended' | 'due';
  level?: BlacklistLevel;
}

/** The blacklist as the office sees it, newest first. The list of a university is short: at most 500 are shown. */
@Injectable()
export class BlacklistQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param campusIds whose entries, beside those for every campus; null = all */
  async rows({ q, state, level }: BlacklistQuestion, campusIds: string[] | null): Promise<BlacklistRow[]> {
    const now = this.clock.now();
    const words = q?.trim() ?? '';
    const rows = await this.database.rows(sql<Row>`
      select b.*, c.name as campus_name, coalesce(files.list, '[]') as files
      from blacklist_entry b left join campus c on c.id = b.campus_id
      left join lateral (
        select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size,
                 'addedBy', f.added_by, 'addedAt', f.added_at) order by f.added_at, f.id) as list
        from blacklist_evidence f where f.entry_id = b.id
      ) as files on true
      where ${inState(state, now)} and (${words} = '' or position(${words} in b.name || ' ' || b.reason) > 0)
        and (${level ?? null}::text is null or b.level = ${level ?? null})
        and (b.campus_id is null or ${campusIds}::uuid[] is null or b.campus_id = any(${campusIds}::uuid[]))
      order by ${state === 'due' ? sql`b.review_on,` : sql``} b.listed_at desc, b.id desc limit 500
    `);
    return rows.map((row) => rowOf(row, now));
  }
}

function inState(state: BlacklistQuestion['state'], now: Date): RawBuilder<unknown> {
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
