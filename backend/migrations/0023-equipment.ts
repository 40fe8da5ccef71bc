import { Migration } from '@mikro-orm/migrations';

/** Devices that speak the protocol of their maker, and whom they should know. */
export class Migration0023Equipment extends Migration {
  override up(): void {
    this.addSql(`
      create table equipment (
        -- the device's own row says where it stands and whether it may ask
        id uuid primary key references device (id) deferrable initially deferred,
        campus_id uuid not null references campus (id),
        name text not null,
        vendor text not null check (vendor in ('zkteco', 'plate-camera', 'hikvision')),
        serial text not null,
        lanes jsonb not null,
        gate_ids uuid[] not null,
        networks text[] not null,
        token_hash bytea unique,
        address text,
        login_sealed bytea,
        faces boolean not null,
        state text not null check (state in ('open', 'closing')),
        added_by text not null,
        added_at timestamptz not null,
        version int not null default 1,
        last_seen_at timestamptz,
        fault text,
        -- what the device said it can do
        abilities jsonb not null default '{}',
        -- every stored record of the device up to this number has been taken over
        settled_index bigint not null default 0
      );
      create unique index equipment_serial on equipment (vendor, serial) where state = 'open';
      create index equipment_campus on equipment (campus_id, name);
    `);
    this.addSql(`
      -- Who should be on which device, and how far that has come. Names nobody: the pass does.
      create table provisioning (
        id uuid primary key,
        campus_id uuid not null,
        device_id uuid not null references equipment (id),
        pass_id uuid not null references pass (id),
        -- what the device calls the person
        number bigint not null generated always as identity (start with 100000001) unique,
        wanted text not null check (wanted in ('held', 'gone')),
        state text not null check (state in ('waiting', 'sent', 'done', 'failed')),
        attempts int not null default 0,
        next_attempt_at timestamptz not null,
        fault text,
        valid_from timestamptz not null,
        valid_until timestamptz not null,
        photo_at timestamptz not null,
        changed_at timestamptz not null,
        unique (device_id, pass_id)
      );
      create index provisioning_due on provisioning (next_attempt_at) where state <> 'done';
      create index provisioning_pass on provisioning (pass_id);

      -- Orders for devices that ask for them. What they say is put together when they are given, so nothing personal lies here.
      create table equipment_order (
        id bigint primary key generated always as identity,
        device_id uuid not null references equipment (id),
        kind text not null,
        provisioning_id uuid references provisioning (id),
        attempt int not null default 0,
        made_at timestamptz not null,
        given_at timestamptz,
        done_at timestamptz,
        result int
      );
      create index equipment_order_open on equipment_order (device_id, id) where done_at is null;
      create index equipment_order_person on equipment_order (provisioning_id) where provisioning_id is not null;

      -- The last question of each door: what a device reports afterwards belongs to it.
      create table equipment_question (
        device_id uuid not null references equipment (id),
        door int not null,
        passage_id uuid not null,
        asked_at timestamptz not null,
        primary key (device_id, door)
      );
    `);
    this.addSql(`
      -- Owned by passage: which pass is good at which gates (none = all of the campus), and when.
      create view pass_at_gates as
        select p.id as pass_id, p.visit_id, p.campus_id, p.person_index, p.person_name, p.display ->> 'visitNumber' as visit_number,
               p.period_from, p.period_until, p.gate_ids, p.state = 'revoked' as revoked
        from pass p;

      -- Owned by visit: whose face may be used.
      create view face_consent_standing as
        select visit_id, person_index from consent where kind = 'face' and withdrawn_at is null;
    `);
  }
}
