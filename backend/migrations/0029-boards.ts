import { Migration } from '@mikro-orm/migrations';

/** What the office's boards need: guards with gates and a pause, who was closed, and the office's word. */
export class Migration0029Boards extends Migration {
  override up(): void {
    this.addSql(`
      alter table guard drop constraint guard_state_check;
      alter table guard
        add constraint guard_state_check check (state in ('active', 'suspended', 'ended')),
        -- none = every gate of the campus
        add column gate_ids uuid[] not null default '{}',
        add column suspend_reason text;

      -- The office wants a new secret: the device fetches one after its next heartbeat.
      alter table device
        add column roll_ordered_at timestamptz,
        -- works a few minutes longer, lest a lost answer shuts the device out
        add column previous_secret_hash bytea,
        add column previous_until timestamptz;

      create index incident_emergency on incident (emergency_id) where emergency_id is not null;
    `);
    this.addSql(`
      alter table presence drop constraint presence_left_claimed_by_check;
      alter table presence
        add constraint presence_left_claimed_by_check check (left_claimed_by in ('visitor', 'host', 'office'));

      create or replace view pass_of_visit as
        select p.visit_id, p.id as pass_id, p.person_index, p.person_name, p.number, p.period_from, p.period_until,
               case when p.state = 'revoked' then 'revoked' when p.period_until <= now() then 'expired' else 'active' end as state,
               p.state = 'revoked' as revoked, s.state = 'inside' as inside, s.since,
               s.confidence, case when s.state = 'inside' and s.confidence = 'presumed-left' then s.left_claimed_at end as left_claimed_at,
               s.left_claimed_by, case when s.state = 'closed' then s.closed_at end as closed_at
        from pass p join presence s on s.campus_id = p.campus_id and s.pass_id = p.id;
    `);
  }
}
