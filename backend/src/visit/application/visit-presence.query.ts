import { type Confidence } from '@gatehouse/contract';
import { sql } from 'kysely';
import { type Database } from '../../platform/database/database.js';

/** Where one person of a visit is, as the gates know it, and who claims otherwise. */
export interface PresenceRow {
  person_index: number;
  person_name: string;
  inside: boolean;
  confidence: Confidence;
  since: Date | null;
  left_claimed_at: Date | null;
  left_claimed_by: 'visitor' | 'host' | 'office';
  closed_at: Date | null;
}

/** Reads the view `pass_of_visit`, which passage owns. */
export const presenceOf = (database: Database, visitId: string): Promise<PresenceRow[]> =>
  database.rows(sql<PresenceRow>`
    select person_index, person_name, inside, confidence, since, left_claimed_at, left_claimed_by, closed_at
    from pass_of_visit where visit_id = ${visitId} order by person_index
  `);
