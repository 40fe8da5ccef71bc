import { type RawBuilder, sql } from 'kysely';

/** Visits to this person, or to somebody for whom he stands in at this moment. Reads a view of approval. */
export const hostedBy = (staffId: string, now: Date): RawBuilder<unknown> => sql`
  (v.host_id = ${staffId} or v.host_id in (
    select d.host_id from deputy_of_host d where d.delegate_id = ${staffId} and d.from_at <= ${now} and d.until_at > ${now}))
`;

/** The same, and those that this person decided or may decide. */
export const answeredForBy = (staffId: string, now: Date): RawBuilder<unknown> => {
  const [own, deputy] = [[{ approverId: staffId }], [{ deputies: [{ id: staffId }] }]];
  return sql`(${hostedBy(staffId, now)} or exists (
    select from approval_step a
    where a.subject_kind in ('visit', 'extension') and a.subject_id = v.id
      and (a.steps @> ${JSON.stringify(own)}::jsonb or a.steps @> ${JSON.stringify(deputy)}::jsonb)))`;
};
