import { Migration } from '@mikro-orm/migrations';

/** What hosts do with running visits, and what they are told of them. */
export class Migration0016HostActs extends Migration {
  override up(): void {
    this.addSql(`
      alter table visit
        -- how far it went that nobody said whether the party left: 1 asked, 2 asked again, 3 with the office
        add column stay_stage smallint not null default 0,
        add column stay_answer text check (stay_answer in ('left', 'unknown'));
      create index visit_stay on visit (period_until) where stay_stage < 3 and status in ('approved', 'cancelled', 'expired');
      create index visit_host_period on visit (host_id, period_from);

      -- Who said that somebody left; counts as long as left_claimed_at does.
      alter table presence add column left_claimed_by text not null default 'visitor' check (left_claimed_by in ('visitor', 'host'));
      create or replace view pass_of_visit as
        select p.visit_id, p.id as pass_id, p.person_index, p.person_name, p.number, p.period_from, p.period_until,
               case when p.state = 'revoked' then 'revoked' when p.period_until <= now() then 'expired' else 'active' end as state,
               p.state = 'revoked' as revoked, s.state = 'inside' as inside, s.since,
               s.confidence, case when s.state = 'inside' and s.confidence = 'presumed-left' then s.left_claimed_at end as left_claimed_at,
               s.left_claimed_by
        from pass p join presence s on s.campus_id = p.campus_id and s.pass_id = p.id;
      create or replace view presence_fact as
        select s.campus_id, s.pass_id, p.visit_id, p.display ->> 'visitNumber' as visit_number, p.person_index,
               p.person_name, p.document_masked, p.plate, s.confidence, s.since, s.gate_id, g.name as gate_name,
               p.period_from, p.period_until, p.display ->> 'unitId' as unit_id, p.display ->> 'unitName' as unit_name,
               p.display ->> 'hostId' as host_id, p.display ->> 'hostName' as host_name,
               case when s.confidence = 'presumed-left' then s.left_claimed_by || '-claim' else 'passage' end as last_evidence,
               case when s.confidence = 'presumed-left' then s.left_claimed_at else s.since end as last_evidence_at
        from presence s
        join pass p on p.id = s.pass_id
        left join gate g on g.id = s.gate_id
        where s.state = 'inside';

      -- Owned by approval: who stands in for whom, and when.
      create view deputy_of_host as
        select owner_id as host_id, owner_name as host_name, delegate_id, from_at, until_at from delegation where ended_at is null;

      -- Owned by notice: what hosts want to be told, and what of a visit was told already.
      create table host_messages (
        staff_id uuid primary key references staff_member (id),
        arrivals boolean not null,
        departures boolean not null
      );
      create table host_told (visit_id uuid not null, what text not null, primary key (visit_id, what));
    `);
  }
}
