import { type RawBuilder, sql } from 'kysely';

/** Entries `b` that act at a moment. */
export const actsAt = (at: Date): RawBuilder<unknown> =>
  sql`b.lifted_at is null and b.from_at <= ${at} and (b.until_at is null or b.until_at > ${at})`;
