import { Migration } from '@mikro-orm/migrations';

/** Gateways fill registered templates with values; they are sealed like the sentence and blanked with it. */
export class Migration0013NoticeValues extends Migration {
  override up(): void {
    this.addSql('alter table notice add column values_sealed bytea;');
  }
}
