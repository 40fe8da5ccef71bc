import { Migration } from '@mikro-orm/migrations';

/** What a scan and a hundred times the history cost less with. */
export class Migration0031GateAndGrowth extends Migration {
  override up(): void {
    this.addSql(`
      -- Rises with every change of the blacklist, in the same transaction: gates that remember the list ask for this number
      -- alone, and read the list again when it is another.
      create table blacklist_version (only_row boolean primary key default true check (only_row), version bigint not null);
      insert into blacklist_version (version) values (1);
      create function gatehouse_note_blacklist() returns trigger language plpgsql as $$
      begin
        update blacklist_version set version = version + 1;
        return null;
      end $$;
      create trigger blacklist_entry_version after insert or update or delete on blacklist_entry
        for each statement execute function gatehouse_note_blacklist();
    `);
    this.addSql(`
      -- The next links of the chain over entries inserted after \`since\` (null = over all that have none), oldest first. The same
      -- bytes as \`sealHash\` of the application makes, which verifies them; here, because a link per scan should not travel.
      create function gatehouse_seal_audit(since timestamptz, most int) returns int language plpgsql as $$
      declare
        entry record;
        number bigint;
        prev bytea;
        link bytea;
        sealed timestamptz := clock_timestamp();
        sealed_text text := to_char(sealed at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
        done int := 0;
      begin
        select seq, hash into number, prev from audit_seal order by seq desc limit 1;
        number := coalesce(number, 0);
        prev := coalesce(prev, decode(repeat('00', 32), 'hex'));
        for entry in
          select e.id, e.hash, to_char(e.inserted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as inserted_text
          from audit_entry e
          where (since is null or e.inserted_at > since) and not exists (select from audit_seal s where s.entry_id = e.id)
          order by e.inserted_at, e.id limit most
        loop
          number := number + 1;
          link := sha256(prev || int8send(number) || entry.hash || convert_to(entry.inserted_text || sealed_text, 'UTF8'));
          insert into audit_seal (seq, entry_id, prev_hash, hash, sealed_at) values (number, entry.id, prev, link, sealed);
          prev := link;
          done := done + 1;
        end loop;
        return done;
      end $$;
    `);
  }
}
