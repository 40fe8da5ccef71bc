import { Migration } from '@mikro-orm/migrations';

/** What the gates must know of a suspended host. */
export class Migration0021SuspendedHosts extends Migration {
  override up(): void {
    this.addSql(`
      -- Owned by visit: visits whose host may not receive anybody until then.
      create view visit_of_suspended_host as
        select v.id as visit_id, h.suspended_until from visit v join suspended_host h on h.host_id = v.host_id;
    `);
  }
}
