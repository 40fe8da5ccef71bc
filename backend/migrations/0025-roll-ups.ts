import { Migration } from '@mikro-orm/migrations';

/** Passages counted by hour, what the dashboard compares today with, and what people and plates are found by. */
export class Migration0025RollUps extends Migration {
  override up(): void {
    this.addSql(`
      -- Owned by passage: one row per passage that counts, with what it counts as. Hours are the same in UTC and on the campus.
      create view passage_tally as
        select f.at, date_trunc('hour', f.at, 'UTC') as hour, f.campus_id, f.gate_id,
               coalesce(p.display ->> 'unitId', '') as unit_id,
               case when f.outcome = 'refused' then 'refused' else f.direction end as kind,
               case when f.outcome = 'refused' then f.reason when f.plate is null then 'foot' else 'car' end as detail
        from passage f left join pass p on p.id = f.pass_id
        where f.outcome in ('admitted', 'refused');
      -- Owned by passage: when each passage happened, whatever became of it.
      create view passage_instant as select campus_id, id as passage_id, at, pass_id from passage;
    `);
    this.addSql(`
      create table passage_hour (
        hour timestamptz not null,
        campus_id uuid not null,
        gate_id uuid not null,
        -- of the host; '' where nobody is known
        unit_id text not null,
        kind text not null,
        detail text not null,
        passages int not null,
        primary key (hour, campus_id, gate_id, unit_id, kind, detail)
      );
      -- How far whoever follows the audit has come; passage_hour has the hours before counted_until.
      create table audit_follower (
        name text primary key,
        seq bigint not null,
        counted_until timestamptz
      );
      insert into audit_follower (name, seq) values ('roll-ups', -1);
      -- The hours that are counted, and passage by passage what came after them.
      create view passage_count as
        select h.hour, h.campus_id, h.gate_id, h.unit_id, h.kind, h.detail, h.passages
        from passage_hour h
        where h.hour < (select counted_until from audit_follower where name = 'roll-ups')
        union all
        select t.hour, t.campus_id, t.gate_id, t.unit_id, t.kind, t.detail, 1
        from passage_tally t
        where t.at >= (select coalesce(counted_until, '-infinity') from audit_follower where name = 'roll-ups');

      -- How many were inside, every ten minutes; one row per campus with unit '' tells that it was looked at all.
      create table presence_sample (
        at timestamptz not null,
        campus_id uuid not null,
        unit_id text not null,
        people int not null,
        primary key (at, campus_id, unit_id)
      );
      -- Whether a period touches a day is nothing that an ordinary index answers without reading all history before it.
      create index visit_span on visit using gist (tstzrange(period_from, period_until));
      create or replace view visit_fact as
        select id as visit_id, campus_id, unit_id, status, period_from, period_until, requested_at,
               status = 'approved' or (status = 'expired' and decided_at is not null) as granted,
               jsonb_array_length(party) as people
        from visit;
    `);
    this.addSql(`
      -- What each person of a visit is found by: pieces of the name, and, once somebody has spelt it, pieces of its pinyin.
      create table person_words (
        visit_id uuid not null,
        person_index smallint not null,
        requested_at timestamptz not null,
        campus_id uuid not null,
        unit_id uuid not null,
        words text[] not null,
        spelt boolean not null default false,
        primary key (visit_id, person_index)
      );
      create index person_words_words on person_words using gin (words);
      create index person_words_unspelt on person_words (visit_id) where not spelt;
      create view person_of_visit as
        select v.id as visit_id, coalesce((m.member ->> 'index')::smallint, m.position - 1)::smallint as person_index,
               v.requested_at, v.campus_id, v.unit_id, coalesce(m.member ->> 'name', '') as name
        from visit v cross join lateral jsonb_array_elements(v.party) with ordinality as m (member, position);

      -- With the row itself, whoever writes it: an erased name is gone from here in the same moment.
      create function gatehouse_note_person_words() returns trigger language plpgsql as $$
      begin
        delete from person_words where visit_id = new.id;
        insert into person_words (visit_id, person_index, requested_at, campus_id, unit_id, words)
          select visit_id, person_index, requested_at, campus_id, unit_id, gatehouse_bigrams(name)
          from person_of_visit where visit_id = new.id on conflict do nothing;
        return null;
      end $$;
      create trigger visit_person_words after insert or update of party on visit
        for each row execute function gatehouse_note_person_words();
      insert into person_words (visit_id, person_index, requested_at, campus_id, unit_id, words)
        select visit_id, person_index, requested_at, campus_id, unit_id, gatehouse_bigrams(name) from person_of_visit
        on conflict do nothing;

      create index pass_newest on pass (issued_at desc, id desc);
      create index pass_tail on pass (document_tail, issued_at desc) where document_tail <> '';
      create index pass_plate_pieces on pass using gin (gatehouse_bigrams(plate_key)) where plate_key is not null;
      -- Owned by passage: which visits have a pass with such a plate.
      create view plate_of_pass as
        select id as pass_id, visit_id, plate_key, gatehouse_bigrams(plate_key) as pieces from pass where plate_key is not null;
      -- Plates that a camera read and nobody knew; all others are found by their pass.
      create index passage_unknown_plate on passage (translate(upper(plate), 'OI', '01'), at desc)
        where pass_id is null and plate is not null;

      -- Lists as somebody wants to see them again; the words that were searched for are not kept.
      create table saved_view (
        id uuid primary key,
        staff_id uuid not null references staff_member (id),
        list text not null,
        name text not null,
        query jsonb not null,
        columns text[] not null,
        saved_at timestamptz not null,
        unique (staff_id, list, name)
      );
    `);
  }
}
