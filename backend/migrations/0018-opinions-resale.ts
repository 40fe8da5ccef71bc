import { Migration } from '@mikro-orm/migrations';

/** What others may read of opinions and of the people of a visit. */
export class Migration0018OpinionsResale extends Migration {
  override up(): void {
    this.addSql(`
      -- Owned by approval: who has opened it, and what somebody began to write.
      create view approval_seen_by as select approval_id, staff_id from approval_seen;
      create view approval_draft as select approval_id, staff_id, intent, opinion from opinion_draft;

      -- Owned by visit: every person of every visit, by blind indexes; what was asked for and not given up.
      create view visit_person as
        select v.id as visit_id, v.number, v.campus_id, v.unit_id, v.host_id, v.status, v.requested_at, v.period_from,
               v.plate, v.plate_key, (m.position - 1)::int as person_index,
               m.member ->> 'documentIndex' as document_index, m.member ->> 'mobileIndex' as mobile_index,
               m.member ->> 'mobileMasked' as mobile_masked, m.member ->> 'name' as name
        from visit v cross join lateral jsonb_array_elements(v.party) with ordinality as m (member, position)
        where v.status in ('pending', 'approved') or (v.status = 'expired' and v.decided_at is not null);
    `);
  }
}
