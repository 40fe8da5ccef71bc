import { Migration } from '@mikro-orm/migrations';

/** Routes, deputies, deadlines, opinions, and what each host answers for. */
export class Migration0012ApprovalRoute extends Migration {
  override up(): void {
    this.addSql(`
      alter table approval
        add column route_reasons jsonb not null default '[]',
        -- when a reminder or an escalation is due next; null when nobody has to be reminded
        add column attention_at timestamptz,
        add column chased_at timestamptz;
      create index approval_attention on approval (attention_at) where state = 'open' and attention_at is not null;
      create index approval_open on approval (opened_at) where state = 'open';
      -- What other contexts may read of an approval beside its steps.
      create view approval_route as
        select id as approval_id, subject_kind, subject_id, state, route_reasons, attention_at, chased_at from approval;

      create table delegation (
        id uuid primary key,
        owner_id uuid not null references staff_member (id),
        owner_name text not null,
        delegate_id uuid not null references staff_member (id),
        delegate_name text not null,
        from_at timestamptz not null,
        until_at timestamptz not null,
        reason text not null,
        given_at timestamptz not null,
        ended_at timestamptz,
        version int not null default 1
      );
      create index delegation_owner on delegation (owner_id, until_at desc);
      create index delegation_delegate on delegation (delegate_id, until_at desc);

      -- Opinions that are used again: own ones, and those the office offers to everybody (owner_id null).
      create table common_opinion (
        id uuid primary key,
        owner_id uuid references staff_member (id),
        kind text not null check (kind in ('agree', 'refuse')),
        text text not null,
        written_at timestamptz not null,
        dropped_at timestamptz,
        version int not null default 1
      );
      create index common_opinion_owner on common_opinion (owner_id, written_at) where dropped_at is null;
      create table opinion_draft (
        approval_id uuid not null references approval (id),
        staff_id uuid not null references staff_member (id),
        intent text not null check (intent in ('agree', 'refuse')),
        opinion text not null,
        saved_at timestamptz not null,
        primary key (approval_id, staff_id, intent)
      );
      create table approval_seen (
        approval_id uuid not null references approval (id),
        staff_id uuid not null references staff_member (id),
        seen_at timestamptz not null,
        primary key (approval_id, staff_id)
      );
    `);
    this.addSql(`
      create table host_standing (
        id uuid primary key references staff_member (id),
        suspended_at timestamptz,
        suspended_until timestamptz,
        suspended_by text,
        suspension_reason text,
        lifted_at timestamptz,
        appeal_text text,
        appealed_at timestamptz,
        appeal_answer text,
        answered_by text,
        answered_at timestamptz,
        version int not null default 1
      );
      -- Owned by approval: hosts who may not be booked until then.
      create view suspended_host as
        select id as host_id, suspended_at, suspended_until from host_standing where suspended_at is not null and lifted_at is null;

      -- Owned by visit: nothing of a person in it but how many there are.
      create view visit_of_host as
        select id as visit_id, number, campus_id, unit_id, host_id, status, period_from, period_until, requested_at, decided_at,
               jsonb_array_length(party) as people,
               to_char(period_from at time zone 'Asia/Shanghai', 'YYYY-MM') as month
        from visit;

      -- Owned by passage: what became of each pass at the gates.
      create view pass_attendance as
        select p.visit_id, p.id as pass_id, p.period_until, s.state = 'inside' as inside, seen.entered, seen.left_at, seen.incidents
        from pass p
        join presence s on s.campus_id = p.campus_id and s.pass_id = p.id
        cross join lateral (
          select count(*) filter (where f.direction = 'entry' and f.outcome = 'admitted') > 0 as entered,
                 max(f.at) filter (where f.direction = 'exit' and f.outcome = 'admitted') as left_at,
                 (count(*) filter (where f.outcome = 'admitted' and (f.forced or f.verdict = 'refuse')))::int as incidents
          from passage f where f.pass_id = p.id
        ) as seen;

      -- Owned by identity: who holds which role where.
      create view role_holder as
        select g.staff_id, g.role, g.campus_id, g.unit_id
        from role_grant g join staff_member s on s.id = g.staff_id
        where g.revoked_at is null and s.active;
    `);
  }
}
