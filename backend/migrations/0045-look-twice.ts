import { Migration } from '@mikro-orm/migrations';

/** Whose passes resemble somebody on the blacklist by name and birth date: found again by a keyed token when the list changes. */
export class Migration0045LookTwice extends Migration {
  override up(): void {
    this.addSql(`
      create table pass_likeness (
        pass_id uuid primary key,
        -- blind index of a name as it sounds and a birth date: nothing can be read back
        token bytea not null
      );
      create index pass_likeness_token on pass_likeness (token);
    `);
  }
}
