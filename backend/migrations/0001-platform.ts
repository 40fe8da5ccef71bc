import { Migration } from '@mikro-orm/migrations';

/** Audit chain, deliveries, keys; the application's role and the function behind Chinese name search. */
export class Migration0001Platform extends Migration {
  override up(): void {
    this.addSql(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'gatehouse_app') then create role gatehouse_app nologin; end if;
        -- Where one login does both jobs it must be able to step down; the embedded server has two logins instead.
        execute format('grant gatehouse_app to %I', current_user);
      exception when insufficient_privilege then null;
      end $$;
      grant usage on schema public to gatehouse_app;
      alter default privileges in schema public grant select, insert, update, delete on tables to gatehouse_app;
      alter default privileges in schema public grant usage, select on sequences to gatehouse_app;
    `);
    this.addSql(`
      create function gatehouse_bigrams(words text) returns text[] language sql immutable parallel safe return (
        select coalesce(array_agg(distinct gram), '{}')
        from (
          select substr(lower(words), at, width) as gram
          from generate_series(1, length(words)) as at, generate_series(1, 2) as width
          where at + width - 1 <= length(words)
        ) as grams
        where gram !~ '\\s'
      );
    `);
    this.addSql(`
      create table audit_entry (
        id uuid primary key,
        at timestamptz not null,
        actor_kind text not null,
        actor_id text not null,
        actor_name text not null,
        action text not null,
        subject_kind text not null,
        subject_id text not null,
        campus_id uuid,
        details jsonb not null,
        request_id text not null,
        hash bytea not null,
        inserted_at timestamptz not null default clock_timestamp()
      );
      create index audit_entry_inserted on audit_entry (inserted_at);
      create index audit_entry_subject on audit_entry (subject_kind, subject_id);
      create table audit_seal (
        seq bigint primary key,
        entry_id uuid not null unique references audit_entry (id),
        prev_hash bytea not null,
        hash bytea not null,
        sealed_at timestamptz not null
      );
      create table audit_checkpoint (
        seq bigint primary key,
        hash bytea not null,
        at timestamptz not null,
        key_version int not null,
        signature bytea not null
      );
      revoke update, delete, truncate on audit_entry, audit_seal, audit_checkpoint from gatehouse_app;
    `);
    this.addSql(`
      create table delivery (
        id uuid primary key,
        event_type text not null,
        subscriber text not null,
        payload jsonb not null,
        state text not null default 'waiting' check (state in ('waiting', 'done', 'stuck')),
        attempts int not null default 0,
        next_attempt_at timestamptz not null,
        last_error text,
        created_at timestamptz not null,
        done_at timestamptz
      );
      create index delivery_due on delivery (next_attempt_at) where state = 'waiting';
      create index delivery_stuck on delivery (created_at) where state = 'stuck';
      create table key_ring (
        purpose text not null,
        version int not null,
        public_key bytea,
        sealed bytea not null,
        created_at timestamptz not null default now(),
        primary key (purpose, version)
      );
      create table rate_limit (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      );
      create table person_key (
        id uuid primary key,
        wrapped bytea,
        created_at timestamptz not null,
        destroyed_at timestamptz
      );
    `);
  }
}
