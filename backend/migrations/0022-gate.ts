import { Migration } from '@mikro-orm/migrations';

/** The gate without the network, its guards, and what the office must look at. */
export class Migration0022Gate extends Migration {
  override up(): void {
    this.addSql(`
      alter table device
        add column profile text not null default 'guard' check (profile in ('guard', 'scan-only', 'kiosk', 'supervisor')),
        add column settings jsonb not null default '{}',
        add column bundle_version int,
        add column wipe_order text check (wipe_order in ('after-upload', 'now')),
        add column wipe_ordered_at timestamptz,
        add column wiped_at timestamptz;

      create table guard (
        id uuid primary key,
        campus_id uuid not null references campus (id),
        number text not null,
        name text not null,
        role text not null check (role in ('guard', 'supervisor')),
        state text not null default 'active' check (state in ('active', 'ended')),
        pin_hash bytea not null,
        added_by text not null,
        added_at timestamptz not null,
        version int not null default 1,
        unique (campus_id, number)
      );
      create table guard_session (
        id uuid primary key,
        guard_id uuid not null references guard (id),
        device_id uuid not null references device (id),
        token_hash bytea not null unique,
        began_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz
      );
      create index guard_session_device on guard_session (device_id, began_at);
      create index guard_session_guard on guard_session (guard_id, began_at desc);
    `);
    this.addSql(`
      -- What gates carry for the time without network. One publisher at a time compares what is with what was said,
      -- so versions rise in the order of commits and a delta misses nothing.
      create table gate_bundle (
        campus_id uuid primary key references campus (id),
        version int not null default 0,
        -- deltas against anything older are not possible any more: what was taken out since is forgotten
        floor int not null default 0,
        published_at timestamptz not null
      );
      create table gate_bundle_item (
        campus_id uuid not null,
        part text not null check (part in ('passes', 'presence', 'denied', 'muster')),
        key text not null,
        version int not null,
        -- null once it was taken out
        content jsonb,
        -- of the facts, which are sealed anew with every version
        digest text not null,
        changed_at timestamptz not null,
        primary key (campus_id, part, key)
      );
      create index gate_bundle_item_news on gate_bundle_item (campus_id, version);
      create index denied_lookup_pass on denied_lookup (pass_id);
      create index pass_running on pass (campus_id, period_until);
    `);
    this.addSql(`
      alter table passage
        add column offline boolean not null default false,
        add column bundle_version int,
        add column emergency_id uuid,
        add column annulled_at timestamptz,
        add column annulled_by text,
        add column annul_reason text;
      create or replace view passage_fact as
        select f.id, f.at, f.learned_at, f.campus_id, c.name as campus_name, c.name_en as campus_name_en,
               f.gate_id, g.name as gate_name, g.name_en as gate_name_en, f.device_id, d.name as device_name,
               f.pass_id, f.visit_id, p.display ->> 'visitNumber' as visit_number, f.direction, f.verdict, f.reason,
               f.outcome, f.expires_at, f.outcome_at, f.outcome_by, f.outcome_note, f.credential, f.plate,
               f.skew_seconds, f.forced, f.policy_version, p.person_name, p.bigrams as person_bigrams,
               p.document_masked, p.display ->> 'unitId' as unit_id, p.display ->> 'unitName' as unit_name,
               p.display ->> 'hostId' as host_id, p.display ->> 'hostName' as host_name,
               f.offline, f.emergency_id, f.annulled_at, f.annulled_by, f.annul_reason
        from passage f
        join campus c on c.id = f.campus_id
        join gate g on g.id = f.gate_id
        join device d on d.id = f.device_id
        left join pass p on p.id = f.pass_id;

      create table incident (
        id uuid primary key,
        campus_id uuid not null references campus (id),
        kind text not null check (kind in ('double-passage', 'outcome-conflict', 'listed', 'revoked', 'emergency')),
        state text not null check (state in ('open', 'closed')),
        pass_id uuid references pass (id),
        visit_id uuid,
        -- the passages it is about, and what was claimed of them beside
        passage_ids uuid[] not null,
        claims jsonb not null default '{}',
        emergency_id uuid,
        found_at timestamptz not null,
        finding text,
        finding_note text,
        closed_at timestamptz,
        closed_by text,
        closed_by_name text,
        version int not null default 1
      );
      create index incident_newest on incident (found_at desc, id desc);
      create index incident_pass on incident (pass_id) where pass_id is not null;
      create index incident_passages on incident using gin (passage_ids);

      alter table presence drop constraint presence_state_check;
      alter table presence
        -- closed: by the system, since nobody ever said more. No exit: nobody saw one.
        add constraint presence_state_check check (state in ('inside', 'outside', 'closed')),
        add column closed_at timestamptz;
      create index presence_closed on presence (campus_id, closed_at) where state = 'closed';
    `);
    this.addSql(`
      create table walk_in (
        id uuid primary key,
        campus_id uuid not null references campus (id),
        gate_id uuid not null,
        device_id uuid not null,
        guard_id uuid not null references guard (id),
        nonce text not null,
        visit_id uuid not null references visit (id) deferrable initially deferred,
        asked_at timestamptz not null,
        unique (device_id, nonce)
      );
      create index walk_in_gate on walk_in (gate_id, asked_at);
      -- Owned by visit: what a gate that waits for a host's answer may know.
      create view walk_in_visit as
        select id as visit_id, number, status, party #>> '{0,name}' as person_name, host_id, unit_id, period_until from visit;

      create table emergency (
        id uuid primary key,
        campus_id uuid not null references campus (id),
        gate_id uuid not null references gate (id),
        device_id uuid not null,
        nonce text not null,
        cause text not null check (cause in ('evacuation', 'rescue', 'power', 'system', 'crowd', 'other')),
        reason text not null,
        opened_by uuid not null references guard (id),
        opened_by_name text not null,
        second_name text not null,
        opened_at timestamptz not null,
        learned_at timestamptz not null,
        ended_at timestamptz,
        ended_by_name text,
        last_paper int,
        entries_due_at timestamptz,
        version int not null default 1,
        unique (device_id, nonce)
      );
      create index emergency_gate on emergency (gate_id, opened_at desc);
      create table emergency_entry (
        emergency_id uuid not null references emergency (id),
        paper int not null,
        direction text not null check (direction in ('entry', 'exit')),
        at timestamptz not null,
        entered_at timestamptz not null,
        entered_by text not null,
        passage_id uuid not null,
        pass_id uuid,
        -- of who had no pass: sealed under a key of his own
        person_key_id uuid,
        person_sealed bytea,
        person_masked text,
        primary key (emergency_id, paper, direction)
      );
    `);
  }
}
