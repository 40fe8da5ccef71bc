import { Migration } from '@mikro-orm/migrations';

/** Webhooks, and what the recurring jobs did last. */
export class Migration0028WebhooksJobs extends Migration {
  override up(): void {
    this.addSql(`
      create table webhook (
        id uuid primary key,
        name text not null,
        url text not null,
        events text[] not null,
        enabled boolean not null,
        secret_sealed bytea not null,
        previous_secret_sealed bytea,
        previous_until timestamptz,
        changed_by text not null,
        changed_at timestamptz not null,
        removed_at timestamptz,
        version int not null default 1
      );
      create table webhook_call (
        id uuid primary key,
        webhook_id uuid not null references webhook (id),
        type text not null,
        -- text, not jsonb: what is signed is what is sent
        body text not null,
        state text not null default 'waiting' check (state in ('waiting', 'done', 'stuck')),
        attempts int not null default 0,
        next_attempt_at timestamptz not null,
        last_status int,
        last_error text,
        created_at timestamptz not null,
        done_at timestamptz
      );
      create index webhook_call_due on webhook_call (next_attempt_at) where state = 'waiting';
      create index webhook_call_newest on webhook_call (created_at desc, id desc);
      create index webhook_call_of on webhook_call (webhook_id, state);

      create table job_run (
        name text primary key,
        every_seconds int not null,
        started_at timestamptz not null,
        finished_at timestamptz not null,
        failed boolean not null,
        error text,
        last_success_at timestamptz
      );
    `);
  }
}
