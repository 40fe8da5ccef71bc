import { Migration } from '@mikro-orm/migrations';

/** Ways in: an address per gate, invitations, and English names of units. */
export class Migration0009Invitations extends Migration {
  override up(): void {
    this.addSql(`
      -- Stands on posters for years, so it is never derived from anything that may change. Random: gates cannot be counted.
      alter table gate add column public_code text not null default left(gen_random_uuid()::text, 8)
        constraint gate_public_code unique;
      create or replace view gate_of_campus as
        select campus_id, id as gate_id, name, name_en, hint, transports, sort, public_code from gate;
      alter table unit add column name_en text;
    `);
    this.addSql(`
      create table invitation (
        id uuid primary key,
        kind text not null check (kind in ('personal', 'group')),
        campus_id uuid not null references campus (id),
        unit_id uuid not null references unit (id),
        host_id uuid not null references staff_member (id),
        token_hash bytea not null unique,
        token_sealed bytea not null,
        period_from timestamptz,
        period_until timestamptz,
        purpose text,
        note text,
        people_cap int not null check (people_cap between 1 and 200),
        -- counted by one statement, never by the aggregate
        people_used int not null default 0 check (people_used between 0 and people_cap),
        pre_approved boolean not null,
        mobile_index text,
        mobile_masked text,
        expires_at timestamptz not null,
        made_at timestamptz not null,
        withdrawn_at timestamptz,
        version int not null default 1
      );
      create index invitation_host on invitation (host_id, made_at desc, id desc);
      -- Which visit came through which invitation, and how many of its people it took.
      create table invitation_use (
        visit_id uuid primary key references visit (id) deferrable initially deferred,
        invitation_id uuid not null references invitation (id),
        people int not null,
        pre_approved boolean not null,
        at timestamptz not null
      );
      create index invitation_use_of on invitation_use (invitation_id, at);
    `);
  }
}
