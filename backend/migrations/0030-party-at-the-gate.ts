import { Migration } from '@mikro-orm/migrations';

/** A guard ticks off the others of a party: a passage may stand on that. */
export class Migration0030PartyAtTheGate extends Migration {
  override up(): void {
    this.addSql(`
      alter table passage drop constraint passage_credential_check;
      alter table passage add constraint passage_credential_check
        check (credential in ('code', 'number', 'document', 'face', 'plate', 'party')) not valid;
    `);
  }
}
