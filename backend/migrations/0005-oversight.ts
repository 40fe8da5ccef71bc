import { Migration } from '@mikro-orm/migrations';

/** What the dashboard may know of visits, and indexes for looking into the audit. */
export class Migration0005Oversight extends Migration {
  override up(): void {
    this.addSql(`
      -- Owned by visit: nothing of a person in it.
      create view visit_fact as
        select id as visit_id, campus_id, unit_id, status, period_from, period_until, requested_at from visit;
      create index visit_pending on visit (requested_at) where status = 'pending';
      create index audit_entry_newest on audit_entry (inserted_at desc, id desc);
      create index audit_entry_action on audit_entry (action, inserted_at desc);
      create index audit_entry_actor on audit_entry (actor_name, inserted_at desc);
      create index audit_entry_at on audit_entry (at);
      create index delivery_newest on delivery (created_at desc, id desc);
    `);
  }
}
