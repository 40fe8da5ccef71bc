import { Migration } from '@mikro-orm/migrations';

export class Migration0033Policies extends Migration {
  override up(): void {
    this.addSql(`
      alter table policy_version add column withdrawn_at timestamptz, add column withdrawn_by text, add column returns_to int;

      -- What the office is about to change, for the whole university: one at a time.
      create table policy_draft (
        only_one boolean primary key default true check (only_one),
        based_on int not null,
        changes jsonb not null,
        revision int not null,
        changed_by text not null,
        changed_at timestamptz not null
      );

      -- A year is known once its holidays were announced and entered; what is not known is never guessed.
      create table calendar_year (
        year int primary key,
        source text not null,
        known_by text not null,
        known_at timestamptz not null
      );
      create table calendar_day (
        id uuid primary key,
        day date not null,
        campus_id uuid references campus (id),
        kind text not null check (kind in ('holiday', 'workday', 'closed', 'own')),
        name text not null,
        name_en text not null,
        added_by text not null,
        unique nulls not distinct (day, campus_id)
      );

      create table closure (
        id uuid primary key,
        campus_id uuid not null references campus (id),
        gate_id uuid,
        begins timestamptz not null,
        ends timestamptz not null,
        reason text not null,
        declared_by text not null,
        declared_at timestamptz not null,
        ended_by text,
        ended_at timestamptz,
        version int not null default 1,
        check (ends > begins)
      );
      create index closure_ends on closure (ends);

      -- What the rules look at, without who comes.
      create view visit_under_rules as
        select v.id as visit_id, v.number, v.status, v.campus_id, v.unit_id, u.name as unit_name, v.host_id,
               h.is_leader as host_is_leader, v.period_from, v.period_until, v.requested_at,
               jsonb_array_length(v.party) as people, v.purpose, v.transport = 'car' as vehicle,
               v.status in ('pending', 'approved') or (v.status = 'expired' and v.decided_at is not null) as counts
        from visit v join unit u on u.id = v.unit_id join staff_member h on h.id = v.host_id;
      create index visit_requested_under_rules on visit (requested_at, id);
      -- Owned by passage: registered by a guard, whom nobody asks for a lead time.
      create view visit_from_gate as select visit_id from walk_in;
    `);
    this.addSql(`
      -- General Office of the State Council, 12 November 2024 (2025) and 4 November 2025 (2026).
      insert into calendar_year (year, source, known_by, known_at) values
        (2025, '国务院办公厅关于2025年部分节假日安排的通知', 'seed', '2024-11-12T00:00:00+08:00'),
        (2026, '国务院办公厅关于2026年部分节假日安排的通知', 'seed', '2025-11-04T00:00:00+08:00');
      insert into calendar_day (id, day, kind, name, name_en, added_by)
        select gen_random_uuid(), day::date, kind, name, name_en, 'seed' from (values
          ('2025-01-01', '2025-01-01', 'holiday', '元旦', 'New Year'),
          ('2025-01-26', '2025-01-26', 'workday', '春节', 'Spring Festival'),
          ('2025-01-28', '2025-02-04', 'holiday', '春节', 'Spring Festival'),
          ('2025-02-08', '2025-02-08', 'workday', '春节', 'Spring Festival'),
          ('2025-04-04', '2025-04-06', 'holiday', '清明节', 'Qingming Festival'),
          ('2025-04-27', '2025-04-27', 'workday', '劳动节', 'Labour Day'),
          ('2025-05-01', '2025-05-05', 'holiday', '劳动节', 'Labour Day'),
          ('2025-05-31', '2025-06-02', 'holiday', '端午节', 'Dragon Boat Festival'),
          ('2025-09-28', '2025-09-28', 'workday', '国庆节', 'National Day'),
          ('2025-10-01', '2025-10-05', 'holiday', '国庆节', 'National Day'),
          ('2025-10-06', '2025-10-06', 'holiday', '中秋节', 'Mid-Autumn Festival'),
          ('2025-10-07', '2025-10-08', 'holiday', '国庆节', 'National Day'),
          ('2025-10-11', '2025-10-11', 'workday', '国庆节', 'National Day'),
          ('2026-01-01', '2026-01-03', 'holiday', '元旦', 'New Year'),
          ('2026-01-04', '2026-01-04', 'workday', '元旦', 'New Year'),
          ('2026-02-14', '2026-02-14', 'workday', '春节', 'Spring Festival'),
          ('2026-02-15', '2026-02-23', 'holiday', '春节', 'Spring Festival'),
          ('2026-02-28', '2026-02-28', 'workday', '春节', 'Spring Festival'),
          ('2026-04-04', '2026-04-06', 'holiday', '清明节', 'Qingming Festival'),
          ('2026-05-01', '2026-05-05', 'holiday', '劳动节', 'Labour Day'),
          ('2026-05-09', '2026-05-09', 'workday', '劳动节', 'Labour Day'),
          ('2026-06-19', '2026-06-21', 'holiday', '端午节', 'Dragon Boat Festival'),
          ('2026-09-20', '2026-09-20', 'workday', '国庆节', 'National Day'),
          ('2026-09-25', '2026-09-27', 'holiday', '中秋节', 'Mid-Autumn Festival'),
          ('2026-10-01', '2026-10-07', 'holiday', '国庆节', 'National Day'),
          ('2026-10-10', '2026-10-10', 'workday', '国庆节', 'National Day')
        ) as notice (first, last, kind, name, name_en),
        generate_series(first::date, last::date, interval '1 day') as day;
    `);
  }
}
