import { Migration } from '@mikro-orm/migrations';

export class Migration0024GateSpeed extends Migration {
  override up(): void {
    this.addSql(`
      -- Each verdict writes an entry and a seal: what they cost, every scan costs. See ADR 21.
      alter table audit_seal drop constraint audit_seal_entry_id_fkey;
      -- audit_entry_newest begins with the same column
      drop index audit_entry_inserted;
      drop index audit_entry_at;
      create index audit_entry_day on audit_entry using brin (at) with (autosummarize = on);
      -- nearly all entries are verdicts: those are found by walking through the newest
      drop index audit_entry_action;
      create index audit_entry_action on audit_entry (action, inserted_at desc) where action <> 'passage.judged';
    `);
  }
}
