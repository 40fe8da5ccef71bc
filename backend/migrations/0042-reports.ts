import { Migration } from '@mikro-orm/migrations';

/** What reports read of visits and of people who stayed too long. */
export class Migration0042Reports extends Migration {
  override up(): void {
    this.addSql(`
      -- Owned by visit.
      create view visit_report as
        select id as visit_id, number, campus_id, unit_id, host_id, purpose, status, period_from, period_until,
               jsonb_array_length(party) as people,
               status = 'approved' or (status = 'expired' and decided_at is not null) as granted
        from visit;

      -- Owned by passage: whose period has ended, to be asked together with pass_attendance.
      create view pass_ended as
        select id as pass_id, visit_id, campus_id, person_name, period_until, display ->> 'visitNumber' as visit_number,
               display ->> 'unitId' as unit_id, display ->> 'unitName' as unit_name, display ->> 'hostName' as host_name
        from pass where state <> 'revoked';
      create index pass_period_until on pass (period_until);
    `);
  }
}
