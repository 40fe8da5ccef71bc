import { Migration } from '@mikro-orm/migrations';

/** A name that very many have is looked for from the newest visit on, however many years lie behind it. */
export class Migration0041NewestNames extends Migration {
  override up(): void {
    this.addSql('create index person_words_newest on person_words (requested_at desc, visit_id desc, person_index)');
  }
}
