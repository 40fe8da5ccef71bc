import { sql } from 'kysely';

/** A draft as the console reads it. */
export const draftColumns = sql`
  based_on as "basedOn", revision, changes, changed_by as "by",
  to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`;
