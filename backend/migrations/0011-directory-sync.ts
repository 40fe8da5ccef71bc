import { Migration } from '@mikro-orm/migrations';

/** Where units and staff come from, who has left, and every comparison with a source. */
export class Migration0011DirectorySync extends Migration {
  override up(): void {
    this.addSql(`
      alter table unit
        add column parent_id uuid references unit (id),
        add column origin text not null default 'file';
      alter table staff_member
        add column mail_index bytea,
        add column mail_sealed bytea,
        add column origin text not null default 'file',
        add column left_at timestamptz;
      create table directory_sync (
        id uuid primary key,
        origin text not null,
        complete boolean not null,
        label text not null,
        outcome text not null,
        counts jsonb not null,
        failure text,
        started_by uuid,
        started_by_name text not null,
        at timestamptz not null
      );
      create index directory_sync_newest on directory_sync (at desc, id desc);
      create table directory_sync_line (
        sync_id uuid not null references directory_sync (id) on delete cascade deferrable initially deferred,
        position int not null,
        part text not null,
        action text not null,
        row int,
        key text not null,
        name text not null,
        unit text not null,
        fields jsonb not null,
        code text,
        primary key (sync_id, position)
      );
      -- Up to where a directory server was read, and when all of it was looked through last.
      create table directory_source (
        origin text primary key,
        read_up_to text,
        swept_at timestamptz
      );
    `);
  }
}
