import { Migration } from '@mikro-orm/migrations';

/** A sign-out that the browser carries to the provider as a form waits here until the browser comes for it. */
export class Migration0021PostedDepartures extends Migration {
  override up(): void {
    this.addSql(`alter table sign_in_attempt add column departure jsonb`);
  }
}
