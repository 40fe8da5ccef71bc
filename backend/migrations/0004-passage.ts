import { Migration } from '@mikro-orm/migrations';

/** Gates, devices, passes, presence and the passages. */
export class Migration0004Passage extends Migration {
  override up(): void {
    this.addSql(`
      create table gate (
        id uuid primary key,
        campus_id uuid not null references campus (id),
        code text not null,
        name text not null,
        name_en text not null,
        hint text not null default '',
        transports text[] not null default '{car,foot}',
        sort int not null default 0,
        unique (campus_id, code)
      );
      create table device (
        id uuid primary key,
        campus_id uuid not null references campus (id),
        name text not null,
        gate_ids uuid[] not null,
        state text not null check (state in ('waiting', 'paired', 'revoked')),
        pairing_hash bytea unique,
        pairing_expires_at timestamptz,
        secret_hash bytea,
        model text,
        app_version text,
        battery real,
        queue_length int,
        paired_at timestamptz,
        last_seen_at timestamptz,
        skew_seconds real,
        revoked_at timestamptz,
        revoke_reason text,
        added_by text not null,
        added_at timestamptz not null,
        version int not null default 1
      );
      create index device_campus on device (campus_id, name);
    `);
    this.addSql(`
      create table pass (
        id uuid primary key,
        campus_id uuid not null references campus (id),
        visit_id uuid not null references visit (id),
        person_index smallint not null,
        person_key_id uuid not null,
        number text not null unique,
        state text not null check (state in ('active', 'revoked')),
        revoke_reason text,
        person_name text not null,
        bigrams text[] generated always as (gatehouse_bigrams(person_name)) stored,
        document_masked text not null,
        document_tail text not null,
        document_index bytea,
        mobile_index bytea,
        plate text,
        plate_key text,
        display jsonb not null,
        period_from timestamptz not null,
        period_until timestamptz not null,
        daily_from smallint,
        daily_until smallint,
        gate_ids uuid[] not null default '{}',
        entries int,
        lookup bytea unique,
        record_key_sealed bytea,
        -- uncompressed point, 65 bytes: the gate then needs no square root per visitor
        phone_key bytea,
        key_number smallint not null default 0,
        server_key_sealed bytea,
        version int not null default 1,
        issued_at timestamptz not null,
        unique (visit_id, person_index)
      );
      create index pass_document on pass (document_index) where document_index is not null;
      create index pass_plate on pass (plate_key) where plate_key is not null;
      create index pass_mobile on pass (mobile_index) where mobile_index is not null;
      create index pass_bigrams on pass using gin (bigrams);
      -- Codes of phones that a pass has left: refused as such, not as unknown.
      create table denied_lookup (
        lookup bytea primary key,
        campus_id uuid not null,
        pass_id uuid not null references pass (id),
        phone_key bytea not null,
        denied_at timestamptz not null
      );
      create index denied_lookup_campus on denied_lookup (campus_id, denied_at);
      -- One row per pass from its issue on: the row that verdicts and outcomes lock.
      create table presence (
        campus_id uuid not null,
        pass_id uuid not null references pass (id) deferrable initially deferred,
        state text not null default 'outside' check (state in ('inside', 'outside')),
        confidence text not null default 'sure' check (confidence in ('sure', 'presumed')),
        since timestamptz,
        gate_id uuid,
        last_passage_id uuid,
        entries_used int not null default 0,
        counter_in bigint,
        counter_out bigint,
        reserved_nonce text,
        reserved_until timestamptz,
        reserved_gate_id uuid,
        primary key (campus_id, pass_id)
      ) with (fillfactor = 70);
      create index presence_inside on presence (campus_id, since) where state = 'inside';
    `);
    this.addSql(`
      -- No foreign keys: whatever happened at a gate is stored, and the hot path does not pay for looking.
      create table passage (
        id uuid not null,
        at timestamptz not null,
        learned_at timestamptz not null,
        campus_id uuid not null,
        gate_id uuid not null,
        device_id uuid not null,
        pass_id uuid,
        visit_id uuid,
        direction text not null check (direction in ('entry', 'exit')),
        verdict text not null check (verdict in ('admit', 'refuse')),
        reason text not null,
        outcome text not null check (outcome in ('waiting', 'admitted', 'refused', 'lapsed', 'annulled')),
        expires_at timestamptz,
        outcome_at timestamptz,
        outcome_by text,
        outcome_note text,
        credential text not null check (credential in ('code', 'number', 'document', 'face', 'plate')),
        plate text,
        nonce text not null,
        counter bigint,
        skew_seconds real not null,
        forced boolean not null default false,
        policy_version int not null,
        evidence jsonb,
        primary key (campus_id, id, at)
      ) partition by range (at);
      create index passage_newest on passage (at desc, id desc);
      create index passage_waiting on passage (expires_at) where outcome = 'waiting';
      create index passage_pass on passage (pass_id, at desc) where pass_id is not null;
      create table passage_default partition of passage default;
      revoke delete, truncate on passage, passage_default from gatehouse_app;

      -- Makes repeats harmless: a nonce is judged once, and its answer given again.
      create table passage_nonce (
        campus_id uuid not null,
        device_id uuid not null,
        nonce text not null,
        passage_id uuid not null,
        passage_at timestamptz not null,
        -- json, not jsonb: a repeated scan gets the very same bytes
        answer json not null,
        primary key (campus_id, device_id, nonce)
      );
      create index passage_nonce_age on passage_nonce using brin (passage_at);
    `);
    this.addSql(`
      -- Makes the partition of the campus month that holds this day; answers false when there is nothing to make.
      -- Runs with the owner's rights: the application itself may not change tables.
      create function gatehouse_make_passage_month(day date) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        first_day date := date_trunc('month', day);
        partition text := 'passage_' || to_char(first_day, 'YYYYMM');
        begins timestamptz := first_day::timestamp at time zone 'Asia/Shanghai';
        ends timestamptz := (first_day + interval '1 month')::timestamp at time zone 'Asia/Shanghai';
      begin
        perform pg_advisory_xact_lock(4720002);
        if to_regclass(partition) is not null then return false; end if;
        -- Rows that came before their partition stay where they are.
        if exists (select from passage_default where at >= begins and at < ends) then return false; end if;
        execute format('create table %I partition of passage for values from (%L) to (%L) with (fillfactor = 85)',
          partition, begins, ends);
        execute format('revoke delete, truncate on %I from gatehouse_app', partition);
        return true;
      end $$;
      revoke execute on function gatehouse_make_passage_month(date) from public;
      grant execute on function gatehouse_make_passage_month(date) to gatehouse_app;
      select gatehouse_make_passage_month((now() + make_interval(months => month))::date) from generate_series(-2, 2) as month;
    `);
    this.addSql(`
      -- What lists and exports show of a passage. Names live in the pass alone, so that erasing has one place.
      create view passage_fact as
        select f.id, f.at, f.learned_at, f.campus_id, c.name as campus_name, c.name_en as campus_name_en,
               f.gate_id, g.name as gate_name, g.name_en as gate_name_en, f.device_id, d.name as device_name,
               f.pass_id, f.visit_id, p.display ->> 'visitNumber' as visit_number, f.direction, f.verdict, f.reason,
               f.outcome, f.expires_at, f.outcome_at, f.outcome_by, f.outcome_note, f.credential, f.plate,
               f.skew_seconds, f.forced, f.policy_version, p.person_name, p.bigrams as person_bigrams,
               p.document_masked, p.display ->> 'unitId' as unit_id, p.display ->> 'unitName' as unit_name,
               p.display ->> 'hostId' as host_id, p.display ->> 'hostName' as host_name
        from passage f
        join campus c on c.id = f.campus_id
        join gate g on g.id = f.gate_id
        join device d on d.id = f.device_id
        left join pass p on p.id = f.pass_id;

      -- The passes of a visit. \`state\` follows the database's clock; who has another clock compares \`period_until\`.
      create view pass_of_visit as
        select p.visit_id, p.id as pass_id, p.person_index, p.person_name, p.number, p.period_from, p.period_until,
               case when p.state = 'revoked' then 'revoked' when p.period_until <= now() then 'expired' else 'active' end as state,
               p.state = 'revoked' as revoked, s.state = 'inside' as inside, s.since
        from pass p join presence s on s.campus_id = p.campus_id and s.pass_id = p.id;

      -- Who is inside.
      create view presence_fact as
        select s.campus_id, s.pass_id, p.visit_id, p.display ->> 'visitNumber' as visit_number, p.person_index,
               p.person_name, p.document_masked, p.plate, s.confidence, s.since, s.gate_id, g.name as gate_name,
               p.period_from, p.period_until, p.display ->> 'unitId' as unit_id, p.display ->> 'unitName' as unit_name,
               p.display ->> 'hostId' as host_id, p.display ->> 'hostName' as host_name
        from presence s
        join pass p on p.id = s.pass_id
        left join gate g on g.id = s.gate_id
        where s.state = 'inside';

      -- The gates of a campus, for the booking form.
      create view gate_of_campus as select campus_id, id as gate_id, name, name_en, hint, transports, sort from gate;
    `);
  }
}
