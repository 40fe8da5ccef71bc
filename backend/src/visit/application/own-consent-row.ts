import { sql } from 'kysely';

/** Of `consent c join visit v`: given by this phone as the applicant's, or about the person with this phone. */
export const ownConsent = (mobileIndex: string) => sql`(
  v.party @> ${JSON.stringify([{ index: 0, mobileIndex }])}::jsonb
  or (v.party @> ${JSON.stringify([{ mobileIndex }])}::jsonb and v.party -> c.person_index::int ->> 'mobileIndex' = ${mobileIndex})
)`;
