import { Migration } from '@mikro-orm/migrations';

export class Migration0002DirectoryIdentity extends Migration {
  override up(): void {
    this.addSql(`
      create table campus (
        id uuid primary key,
        number smallint not null unique,
        name text not null,
        name_en text not null,
        address text not null,
        sort int not null default 0
      );
      create table unit (
        id uuid primary key,
        campus_id uuid not null references campus (id),
        code text not null unique,
        name text not null,
        pinyin_full text not null,
        pinyin_initials text not null,
        bigrams text[] generated always as (gatehouse_bigrams(name)) stored,
        active boolean not null default true
      );
      create index unit_bigrams on unit using gin (bigrams);
      create index unit_campus on unit (campus_id, code);
      create table staff_member (
        id uuid primary key,
        number text not null unique,
        name text not null,
        unit_id uuid not null references unit (id),
        title text not null default '',
        is_leader boolean not null default false,
        mobile_index bytea,
        mobile_sealed bytea,
        pinyin_full text not null,
        pinyin_initials text not null,
        bigrams text[] generated always as (gatehouse_bigrams(name)) stored,
        active boolean not null default true
      );
      create index staff_member_unit on staff_member (unit_id) where active;
      create index staff_member_bigrams on staff_member using gin (bigrams);
      create index staff_member_pinyin on staff_member (pinyin_full text_pattern_ops);
      create index staff_member_initials on staff_member (pinyin_initials text_pattern_ops);
      create index staff_member_mobile on staff_member (mobile_index) where active;
    `);
    this.addSql(`
      create table role_grant (
        id uuid primary key,
        staff_id uuid not null references staff_member (id),
        role text not null,
        campus_id uuid references campus (id),
        unit_id uuid references unit (id),
        granted_at timestamptz not null,
        revoked_at timestamptz
      );
      create index role_grant_staff on role_grant (staff_id) where revoked_at is null;
      create table staff_session (
        token_hash bytea primary key,
        staff_id uuid not null references staff_member (id),
        provider text not null,
        began_at timestamptz not null,
        seen_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz
      );
      create index staff_session_staff on staff_session (staff_id) where revoked_at is null;
      create table visitor_session (
        token_hash bytea primary key,
        mobile_index bytea not null,
        mobile_masked text not null,
        began_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz
      );
      create table one_time_code (
        id uuid primary key,
        mobile_index bytea not null,
        code_hash bytea not null,
        sent_at timestamptz not null,
        expires_at timestamptz not null,
        tries int not null default 0,
        used_at timestamptz
      );
      create index one_time_code_mobile on one_time_code (mobile_index, sent_at desc);
    `);
  }
}
