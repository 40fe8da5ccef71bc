import { Migration } from '@mikro-orm/migrations';

export class Migration0014SignedClients extends Migration {
  override up(): void {
    this.addSql(`
      create table used_nonce (
        client text not null,
        nonce text not null,
        used_at timestamptz not null,
        primary key (client, nonce)
      );
      create index used_nonce_used on used_nonce (used_at);
    `);
  }
}
