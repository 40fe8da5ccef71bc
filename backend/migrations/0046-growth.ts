import { Migration } from '@mikro-orm/migrations';

/** The visits of today, of yesterday and of a week ago lie at the end of all visits, by when they end. */
export class Migration0046Growth extends Migration {
  override up(): void {
    this.addSql('create index visit_until on visit (period_until, period_from)');
  }
}
