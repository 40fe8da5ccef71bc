import { Migration } from '@mikro-orm/migrations';

/** Exports as jobs, and whoever fetched them. */
export class Migration0032Exports extends Migration {
  override up(): void {
    this.addSql(`
      -- Owned by oversight. The filter may hold words that somebody searched for: it is sealed.
      create table export_job (
        id uuid primary key,
        staff_id uuid not null references staff_member (id),
        staff_name text not null,
        staff_number text not null,
        list text not null,
        filter_sealed bytea not null,
        reason text not null,
        is_full boolean not null,
        locale text not null,
        campus_ids uuid[],
        unit_ids uuid[],
        state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled', 'expired')),
        requested_at timestamptz not null,
        started_at timestamptz,
        finished_at timestamptz,
        expires_at timestamptz,
        -- whoever works on it must say so before this moment; then another process takes it up
        lease_until timestamptz,
        worker uuid,
        attempts int not null default 0,
        rows int not null default 0,
        total int,
        digest text,
        bytes bigint,
        file_key_sealed bytea
      );
      create index export_job_waiting on export_job (requested_at) where state in ('queued', 'running');
      create index export_job_of on export_job (staff_id, requested_at desc);
      create index export_job_expiring on export_job (expires_at) where state = 'done';
      create table export_download (
        id uuid primary key,
        export_id uuid not null references export_job (id) on delete cascade,
        staff_id uuid not null,
        staff_name text not null,
        at timestamptz not null
      );
      create index export_download_of on export_download (export_id, at);
    `);
  }
}
