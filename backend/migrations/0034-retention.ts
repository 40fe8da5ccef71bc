import { Migration } from '@mikro-orm/migrations';

/** How long each kind of data is kept, what a law suit holds back, and keys that are renewed. */
export class Migration0034Retention extends Migration {
  override up(): void {
    this.addSql(`
      alter table visit
        -- the numbers lie sealed in the party until their time is over
        add column document_kept boolean not null default true,
        add column mobile_kept boolean not null default true,
        add column erased_at timestamptz;
      update visit set erased_at = coalesce(closed_at, now()), document_kept = false, mobile_kept = false
        where not exists (select from jsonb_array_elements(party) as m (member) where member ->> 'documentIndex' <> '');
      create index visit_document_kept on visit (period_until) where document_kept;
      create index visit_mobile_kept on visit (period_until) where mobile_kept;
      create index visit_person_kept on visit (period_until) where erased_at is null;
      alter table erasure add column held int not null default 0;
      alter table blacklist_entry add column erased_at timestamptz;
    `);
    this.addSql(`
      create table retention_terms (
        version int primary key,
        -- days by kind; a kind that is not named here is kept for its default
        days jsonb not null,
        reason text not null,
        set_by text not null,
        set_at timestamptz not null
      );
      create table retention_run (
        id uuid primary key,
        started_at timestamptz not null,
        finished_at timestamptz not null,
        run_by text not null,
        -- how many of each kind went
        counts jsonb not null,
        is_complete boolean not null
      );
      create index retention_run_newest on retention_run (started_at desc);
      create table legal_hold (
        id uuid primary key,
        subject_kind text not null check (subject_kind in ('visit', 'incident', 'blacklist-entry')),
        subject_id uuid not null,
        label text not null,
        -- null = every campus
        campus_id uuid references campus (id),
        reason text not null,
        placed_by text not null,
        placed_at timestamptz not null,
        released_by text,
        released_at timestamptz,
        release_reason text,
        version int not null default 1
      );
      create unique index legal_hold_standing on legal_hold (subject_kind, subject_id) where released_at is null;
      create index legal_hold_newest on legal_hold (placed_at desc);
      -- How far the evidence of passages was looked through already: nothing before it is kept but what is held.
      create table passage_keeping (
        single boolean primary key default true check (single),
        looked_until timestamptz not null
      );
      insert into passage_keeping (looked_until) values ('-infinity');
    `);
    this.addSql(`
      -- Owned by passage: what an incident is about.
      create view incident_subject as
        select id as incident_id, campus_id, visit_id, passage_ids, kind, found_at from incident;
      -- Owned by watchlist: where an entry acts, and when it ended.
      create view listed_entry as
        select id as entry_id, campus_id, listed_at, least(lifted_at, until_at) as ended_at, erased_at from blacklist_entry;

      -- Owned by retention: what may not be ended yet.
      create view held_visit as
        select subject_id as visit_id from legal_hold where subject_kind = 'visit' and released_at is null
        union
        select i.visit_id from legal_hold h join incident_subject i on i.incident_id = h.subject_id
        where h.subject_kind = 'incident' and h.released_at is null and i.visit_id is not null;
      create view held_passage as
        select unnest(i.passage_ids) as passage_id from legal_hold h join incident_subject i on i.incident_id = h.subject_id
        where h.subject_kind = 'incident' and h.released_at is null;
      create view held_entry as
        select subject_id as entry_id from legal_hold where subject_kind = 'blacklist-entry' and released_at is null;
    `);
    this.addSql(`
      -- From when on a key is used for what is made anew; before that it is only known. Null = at once.
      alter table key_ring add column active_from timestamptz, add column state text not null default 'active'
        check (state in ('active', 'pending'));
    `);
  }
}
