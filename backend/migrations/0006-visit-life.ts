import { Migration } from '@mikro-orm/migrations';

/** What becomes of a visit after it was sent: corrections, changes, extensions, and the claim to have left. */
export class Migration0006VisitLife extends Migration {
  override up(): void {
    this.addSql(`
      alter table visit
        add column seats int not null default 1,
        add column correction jsonb,
        add column extension jsonb,
        add column journal jsonb not null default '[]';
      update visit set seats = greatest(jsonb_array_length(party), 1);
    `);
    this.addSql(`
      alter table presence drop constraint presence_confidence_check;
      alter table presence
        add constraint presence_confidence_check check (confidence in ('sure', 'presumed', 'presumed-left')),
        -- Counts only while the confidence is 'presumed-left': the next passage makes it sure again.
        add column left_claimed_at timestamptz;

      create or replace view pass_of_visit as
        select p.visit_id, p.id as pass_id, p.person_index, p.person_name, p.number, p.period_from, p.period_until,
               case when p.state = 'revoked' then 'revoked' when p.period_until <= now() then 'expired' else 'active' end as state,
               p.state = 'revoked' as revoked, s.state = 'inside' as inside, s.since,
               s.confidence, case when s.state = 'inside' and s.confidence = 'presumed-left' then s.left_claimed_at end as left_claimed_at
        from pass p join presence s on s.campus_id = p.campus_id and s.pass_id = p.id;

      create or replace view presence_fact as
        select s.campus_id, s.pass_id, p.visit_id, p.display ->> 'visitNumber' as visit_number, p.person_index,
               p.person_name, p.document_masked, p.plate, s.confidence, s.since, s.gate_id, g.name as gate_name,
               p.period_from, p.period_until, p.display ->> 'unitId' as unit_id, p.display ->> 'unitName' as unit_name,
               p.display ->> 'hostId' as host_id, p.display ->> 'hostName' as host_name,
               case when s.confidence = 'presumed-left' then 'visitor-claim' else 'passage' end as last_evidence,
               case when s.confidence = 'presumed-left' then s.left_claimed_at else s.since end as last_evidence_at
        from presence s
        join pass p on p.id = s.pass_id
        left join gate g on g.id = s.gate_id
        where s.state = 'inside';
    `);
  }
}
