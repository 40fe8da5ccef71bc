import { Migration } from '@mikro-orm/migrations';

/** Sign-in by the university's CAS and SAML servers, and sessions that their owners can see and end. */
export class Migration0010Sso extends Migration {
  override up(): void {
    this.addSql(`
      -- Every change is a new row; the newest of a key is in force.
      create table sign_in_provider (
        key text not null check (key ~ '^[a-z][a-z0-9-]{0,30}$'),
        version int not null,
        name_zh text not null,
        name_en text not null,
        enabled boolean not null,
        settings jsonb not null,
        changed_at timestamptz not null,
        changed_by text not null,
        primary key (key, version)
      );
      -- Metadata of SAML providers as last fetched, so that a restart does not need the provider.
      create table saml_metadata (
        provider text primary key,
        source text not null,
        xml text not null,
        fetched_at timestamptz not null
      );
    `);
    this.addSql(`
      create table sign_in_attempt (
        handle_hash bytea primary key,
        provider text not null,
        purpose text not null check (purpose in ('sign-in', 'gateway', 'renew', 'sign-out')),
        -- of the cookie of the browser that began it
        browser_hash bytea not null,
        request_id text unique,
        next text not null,
        begun_at timestamptz not null,
        expires_at timestamptz not null
      );
      create index sign_in_attempt_browser on sign_in_attempt (browser_hash, provider, begun_at desc);
      create index sign_in_attempt_expiry on sign_in_attempt (expires_at);
      -- An assertion is used once, by whomever.
      create table saml_assertion (
        provider text not null,
        assertion_id text not null,
        expires_at timestamptz not null,
        primary key (provider, assertion_id)
      );
      create index saml_assertion_expiry on saml_assertion (expires_at);
      -- What a SAML response has proven, until the browser that began fetches it.
      create table sign_in_proof (
        code_hash bytea primary key,
        provider text not null,
        browser_hash bytea not null,
        claim jsonb not null,
        next text not null,
        expires_at timestamptz not null
      );
      create index sign_in_proof_expiry on sign_in_proof (expires_at);
    `);
    this.addSql(`
      alter table staff_session
        add column id uuid not null default gen_random_uuid(),
        add column device text not null default '',
        -- sha256 of the CAS ticket
        add column ticket_hash bytea,
        -- NameID and SessionIndex of SAML
        add column saml_subject jsonb;
      create unique index staff_session_id on staff_session (id);
      create index staff_session_ticket on staff_session (ticket_hash) where revoked_at is null;
      create index staff_session_subject on staff_session (provider, (saml_subject ->> 'nameId')) where revoked_at is null;
    `);
  }
}
