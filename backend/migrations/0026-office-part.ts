import { Migration } from '@mikro-orm/migrations';

/** The blacklist with campus, evidence and review; local administrators; what a screening may read of visits and passes. */
export class Migration0026OfficePart extends Migration {
  override up(): void {
    this.addSql(`
      alter table blacklist_entry
        -- null = every campus
        add column campus_id uuid references campus (id),
        add column evidence text,
        -- campus date
        add column review_on text,
        add column reviewed_by text,
        add column reviewed_at timestamptz,
        add column review_note text,
        -- keyed tokens of name and birth date, with likely slips: they only ever warn
        add column resemblances jsonb not null default '[]';
      create index blacklist_entry_resemblances on blacklist_entry using gin (resemblances jsonb_path_ops) where lifted_at is null;
      create index blacklist_entry_review on blacklist_entry (review_on) where lifted_at is null and review_on is not null;
      create table blacklist_evidence (
        id uuid primary key,
        entry_id uuid not null references blacklist_entry (id),
        name text not null,
        media_type text not null,
        size int not null,
        sealed bytea not null,
        added_by text not null,
        added_at timestamptz not null
      );
      create index blacklist_evidence_entry on blacklist_evidence (entry_id, added_at);
    `);
    this.addSql(`
      -- Owned by visit: everybody who was ever named, by blind indexes; nothing is left of whom was erased.
      create view visit_person_key as
        select v.id as visit_id, v.number, v.campus_id, v.unit_id, v.status, v.requested_at, v.period_from, v.period_until,
               (m.member ->> 'index')::int as person_index, m.member ->> 'name' as name,
               m.member ->> 'documentIndex' as document_index, m.member ->> 'mobileIndex' as mobile_index, v.plate_key
        from visit v cross join lateral jsonb_array_elements(v.party) as m (member);

      -- Owned by passage: whose pass it is, by blind indexes.
      create view pass_person_key as
        select p.id as pass_id, p.visit_id, p.campus_id, p.person_index, p.person_name, p.document_index, p.mobile_index,
               p.plate_key, p.state, p.period_from, p.period_until, s.state = 'inside' as inside
        from pass p join presence s on s.campus_id = p.campus_id and s.pass_id = p.id;
    `);
    this.addSql(`
      create table local_account (
        id uuid primary key,
        login text not null unique,
        name text not null,
        role text not null,
        password_hash text not null,
        totp_sealed bytea not null,
        totp_last_step int not null default 0,
        recovery_hashes jsonb not null default '[]',
        failed_tries int not null default 0,
        locked_until timestamptz,
        made_by text not null,
        made_at timestamptz not null,
        last_used_at timestamptz,
        ended_at timestamptz,
        ended_by text,
        version int not null default 1
      );
      create table setup_link (
        id uuid primary key,
        token_hash bytea not null unique,
        role text not null,
        -- the account that gets a new password and a new second factor by it; null = a new account
        account_id uuid references local_account (id),
        totp_sealed bytea,
        made_by text not null,
        made_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz
      );
      -- A session may now be that of a local account as well.
      alter table staff_session drop constraint staff_session_staff_id_fkey;
      alter table role_grant
        add column granted_by text not null default '',
        add column grant_reason text not null default '',
        add column revoked_by text,
        add column revoke_reason text;
    `);
  }
}
