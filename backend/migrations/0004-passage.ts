import { Migration } from '@mikro-orm/migrations';

export class Migration0004Passage extends Migration {
  override up(): void {
    this.addSql('select 1');
  }
}
