import { Migration } from '@mikro-orm/migrations';

export class Migration0003VisitApproval extends Migration {
  override up(): void {
    this.addSql(`
      create table policy_version (
        id uuid primary key,
        version int not null unique,
        settings jsonb not null,
        active_from timestamptz not null,
        created_by text not null
      );
      create table visit (
        id uuid primary key,
        number text not null unique,
        request_key uuid not null unique,
        status text not null,
        campus_id uuid not null references campus (id),
        unit_id uuid not null references unit (id),
        host_id uuid not null references staff_member (id),
        transport text not null,
        plate text,
        plate_key text,
        period_from timestamptz not null,
        period_until timestamptz not null,
        purpose text not null,
        reason text not null,
        remark text,
        party jsonb not null,
        notice_version text not null,
        locale text not null,
        policy_version int not null,
        requested_at timestamptz not null,
        decided_at timestamptz,
        closed_at timestamptz,
        closing_note text,
        version int not null default 1
      );
      create function gatehouse_party_bigrams(party jsonb) returns text[] language sql immutable parallel safe return (
        select coalesce(array_agg(distinct gram), '{}')
        from jsonb_array_elements(party) as member, unnest(gatehouse_bigrams(member ->> 'name')) as gram
      );
      alter table visit add column bigrams text[] generated always as (gatehouse_party_bigrams(party)) stored;
      create index visit_bigrams on visit using gin (bigrams);
      create index visit_party on visit using gin (party jsonb_path_ops);
      create index visit_requested on visit (requested_at desc, id desc);
      create index visit_period on visit (campus_id, period_from, period_until);
      create index visit_host on visit (host_id, requested_at desc);
      create index visit_plate on visit (plate_key) where plate_key is not null;
      create index visit_open on visit (period_until) where status in ('pending', 'approved');
    `);
    this.addSql(`
      create table approval (
        id uuid primary key,
        subject_kind text not null,
        subject_id uuid not null,
        state text not null,
        leader_rule text not null,
        steps jsonb not null,
        opened_at timestamptz not null,
        closed_at timestamptz,
        version int not null default 1,
        unique (subject_kind, subject_id)
      );
      create index approval_steps on approval using gin (steps jsonb_path_ops);
      create index approval_opened on approval (opened_at desc, id desc);
      -- What other contexts may read of approvals: one row per step, with all steps beside it for the index on approvers.
      create view approval_step as
        select a.id as approval_id, a.subject_kind, a.subject_id, a.state as approval_state, a.leader_rule, a.opened_at, a.steps,
               step.position::int as position,
               step.value ->> 'kind' as kind,
               (step.value ->> 'approverId')::uuid as approver_id,
               step.value ->> 'approverName' as approver_name,
               step.value ->> 'state' as state,
               step.value ->> 'opinion' as opinion,
               (step.value ->> 'decidedAt')::timestamptz as decided_at
        from approval a, jsonb_array_elements(a.steps) with ordinality as step (value, position);
    `);
    this.addSql(`
      create table blacklist_entry (
        id uuid primary key,
        name text not null,
        level text not null,
        reason text not null,
        keys jsonb not null,
        from_at timestamptz not null,
        until_at timestamptz,
        listed_by text not null,
        listed_at timestamptz not null,
        lifted_by text,
        lifted_at timestamptz,
        lift_reason text,
        version int not null default 1
      );
      create index blacklist_entry_keys on blacklist_entry using gin (keys jsonb_path_ops) where lifted_at is null;
      create table notice (
        id uuid primary key,
        channel text not null,
        template text not null,
        recipient_masked text not null,
        recipient_sealed bytea,
        text_sealed bytea,
        link text,
        state text not null,
        created_at timestamptz not null,
        sent_at timestamptz
      );
      create index notice_created on notice (created_at desc);
    `);
  }
}
