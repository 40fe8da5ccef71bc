import { Migration } from '@mikro-orm/migrations';

/** Long-term visits: one approval and one pass for weeks or months, on certain days of the week and hours of the day. */
export class Migration0043LongTerm extends Migration {
  override up(): void {
    this.addSql(`
      alter table visit
        add column weekly jsonb,
        -- the end of the day that stay_stage and stay_answer are about; null = the end of the visit
        add column stay_end timestamptz;
      create index visit_long_term on visit (period_until, id) where weekly is not null;

      alter table pass
        -- 1 = Monday … 7 = Sunday; null = every day
        add column weekdays smallint[],
        add constraint pass_weekdays_have_hours check (weekdays is null or (daily_from is not null and daily_until is not null));

      -- Until when somebody who came in at that time may stay: a long-term visitor until the hours of the day are over. The
      -- campus keeps UTC+8 all year, so it is arithmetic.
      create function end_of_stay(period_until timestamptz, weekdays smallint[], daily_from smallint, daily_until smallint, since timestamptz)
      returns timestamptz language sql stable as $$
        select case when weekdays is null or since is null then period_until else least(period_until, (
          date_trunc('day', since at time zone 'Asia/Shanghai') + make_interval(mins => daily_until
            + case when daily_until <= daily_from
                     and extract(hour from since at time zone 'Asia/Shanghai') * 60 + extract(minute from since at time zone 'Asia/Shanghai') >= daily_until
                   then 1440 else 0 end)
        ) at time zone 'Asia/Shanghai') end
      $$;
    `);
    this.addSql(`
      create or replace view pass_of_visit as
        select p.visit_id, p.id as pass_id, p.person_index, p.person_name, p.number, p.period_from, p.period_until,
               case when p.state = 'revoked' then 'revoked' when p.period_until <= now() then 'expired' else 'active' end as state,
               p.state = 'revoked' as revoked, s.state = 'inside' as inside, s.since,
               s.confidence, case when s.state = 'inside' and s.confidence = 'presumed-left' then s.left_claimed_at end as left_claimed_at,
               s.left_claimed_by, case when s.state = 'closed' then s.closed_at end as closed_at,
               end_of_stay(p.period_until, p.weekdays, p.daily_from, p.daily_until, s.since) as stay_until
        from pass p join presence s on s.campus_id = p.campus_id and s.pass_id = p.id;

      -- Who is inside; \`stay_until\` is when that is too long.
      create or replace view presence_fact as
        select s.campus_id, s.pass_id, p.visit_id, p.display ->> 'visitNumber' as visit_number, p.person_index,
               p.person_name, p.document_masked, p.plate, s.confidence, s.since, s.gate_id, g.name as gate_name,
               p.period_from, p.period_until, p.display ->> 'unitId' as unit_id, p.display ->> 'unitName' as unit_name,
               p.display ->> 'hostId' as host_id, p.display ->> 'hostName' as host_name,
               case when s.confidence = 'presumed-left' then s.left_claimed_by || '-claim' else 'passage' end as last_evidence,
               case when s.confidence = 'presumed-left' then s.left_claimed_at else s.since end as last_evidence_at,
               end_of_stay(p.period_until, p.weekdays, p.daily_from, p.daily_until, s.since) as stay_until
        from presence s
        join pass p on p.id = s.pass_id
        left join gate g on g.id = s.gate_id
        where s.state = 'inside';

      create or replace view visit_under_rules as
        select v.id as visit_id, v.number, v.status, v.campus_id, v.unit_id, u.name as unit_name, v.host_id,
               h.is_leader as host_is_leader, v.period_from, v.period_until, v.requested_at,
               jsonb_array_length(v.party) as people, v.purpose, v.transport = 'car' as vehicle,
               v.status in ('pending', 'approved') or (v.status = 'expired' and v.decided_at is not null) as counts, v.weekly
        from visit v join unit u on u.id = v.unit_id join staff_member h on h.id = v.host_id;

      create or replace view visit_fact as
        select id as visit_id, campus_id, unit_id, status, period_from, period_until, requested_at,
               status = 'approved' or (status = 'expired' and decided_at is not null) as granted,
               jsonb_array_length(party) as people, weekly
        from visit;
    `);
  }
}
