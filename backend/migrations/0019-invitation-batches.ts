import { Migration } from '@mikro-orm/migrations';

/** Lists of guests that became invitations. */
export class Migration0019InvitationBatches extends Migration {
  override up(): void {
    this.addSql(`
      create table invitation_batch (
        id uuid primary key,
        host_id uuid not null references staff_member (id),
        campus_id uuid not null references campus (id),
        request_key text not null,
        row_count int not null,
        invited_count int not null,
        -- names, numbers and links, sealed; the key is destroyed when they are no longer needed
        person_key_id uuid not null references person_key (id),
        report_sealed bytea not null,
        made_at timestamptz not null,
        erased_at timestamptz,
        version int not null default 1,
        unique (host_id, request_key)
      );
      create index invitation_batch_host on invitation_batch (host_id, made_at desc);
      create index invitation_batch_kept on invitation_batch (made_at) where erased_at is null;
      create index invitation_mobile on invitation (host_id, mobile_index) where mobile_index is not null;
    `);
  }
}
