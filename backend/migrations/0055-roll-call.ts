import { Migration } from '@mikro-orm/migrations';

/** Who answered at the assembly point, as one list for everybody who counts. */
export class Migration0055RollCall extends Migration {
  override up(): void {
    this.addSql(`
      create table muster_tick (
        campus_id uuid not null,
        -- campus date
        day date not null,
        pass_id uuid not null,
        by_name text not null,
        at timestamptz not null,
        primary key (campus_id, day, pass_id)
      );
    `);
  }
}
