import { Migration } from '@mikro-orm/migrations';

export class Migration0017PolicyReason extends Migration {
  override up(): void {
    this.addSql('alter table policy_version add column reason text;');
  }
}
