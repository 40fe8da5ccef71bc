import { Migration } from '@mikro-orm/migrations';

/** Passages counted by hour, and what the dashboard compares today with. */
export class Migration0025RollUps extends Migration {
  override up(): void {
    this.addSql(`
      -- Owned by passage: one row per passage that counts, with what it counts as. Hours are the same in UTC and on the campus.
      create view passage_tally as
        select f.at, date_trunc('hour', f.at, 'UTC') as hour, f.campus_id, f.gate_id,
               coalesce(p.display ->> 'unitId', '') as unit_id,
               case when f.outcome = 'refused' then 'refused' else f.direction end as kind,
               case when f.outcome = 'refused' then f.reason when f.plate is null then 'foot' else 'car' end as detail
        from passage f left join pass p on p.id = f.pass_id
        where f.outcome in ('admitted', 'refused');
      -- Owned by passage: when each passage happened, whatever became of it.
      create view passage_instant as select campus_id, id as passage_id, at, pass_id from passage;
    `);
    this.addSql(`
      create table passage_hour (
        hour timestamptz not null,
        campus_id uuid not null,
        gate_id uuid not null,
        -- of the host; '' where nobody is known
        unit_id text not null,
        kind text not null,
        detail text not null,
        passages int not null,
        primary key (hour, campus_id, gate_id, unit_id, kind, detail)
      );
      -- How far whoever follows the audit has come; passage_hour has the hours before counted_until.
      create table audit_follower (
        name text primary key,
        seq bigint not null,
        counted_until timestamptz
      );
      insert into audit_follower (name, seq) values ('roll-ups', -1);
      -- The hours that are counted, and passage by passage what came after them.
      create view passage_count as
        select h.hour, h.campus_id, h.gate_id, h.unit_id, h.kind, h.detail, h.passages
        from passage_hour h
        where h.hour < (select counted_until from audit_follower where name = 'roll-ups')
        union all
        select t.hour, t.campus_id, t.gate_id, t.unit_id, t.kind, t.detail, 1
        from passage_tally t
        where t.at >= (select coalesce(counted_until, '-infinity') from audit_follower where name = 'roll-ups');

      -- How many were inside, every ten minutes; one row per campus with unit '' tells that it was looked at all.
      create table presence_sample (
        at timestamptz not null,
        campus_id uuid not null,
        unit_id text not null,
        people int not null,
        primary key (at, campus_id, unit_id)
      );
      -- Whether a period touches a day is nothing that an ordinary index answers without reading all history before it.
      create index visit_span on visit using gist (tstzrange(period_from, period_until));
      create or replace view visit_fact as
        select id as visit_id, campus_id, unit_id, status, period_from, period_until, requested_at,
               status = 'approved' or (status = 'expired' and decided_at is not null) as granted,
               jsonb_array_length(party) as people
        from visit;
    `);
  }
}
