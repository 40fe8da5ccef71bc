import { Migration } from '@mikro-orm/migrations';

/** One-time codes bound to the browser that asked; passes on companions' own phones; erasures. */
export class Migration0008OwnData extends Migration {
  override up(): void {
    this.addSql(`
      -- The handle names the browser that asked for the code. Sendings from the reserve of a browser that proved the
      -- number before are counted apart.
      alter table one_time_code add column handle_hash bytea, add column reserved boolean not null default false;
      create index one_time_code_handle on one_time_code (handle_hash, sent_at desc) where handle_hash is not null;
    `);
    this.addSql(`
      -- The link by which a companion gets his pass: one at a time.
      create table pass_share (
        pass_id uuid primary key references pass (id),
        token_hash bytea not null unique,
        shared_at timestamptz not null,
        expires_at timestamptz not null
      );
      -- The phone of a companion for whom none was given, bound when he first opened the link.
      create table pass_phone (
        pass_id uuid primary key references pass (id),
        mobile_index bytea not null,
        mobile_masked text not null,
        bound_at timestamptz not null
      );
      create index pass_phone_mobile on pass_phone (mobile_index);
      -- Which phone may open which pass, besides that of the applicant.
      create view pass_of_phone as
        select id as pass_id, visit_id, mobile_index from pass where mobile_index is not null
        union all
        select p.id, p.visit_id, o.mobile_index from pass_phone o join pass p on p.id = o.pass_id;
    `);
    this.addSql(`
      -- That somebody's data was erased, and nothing of whom.
      create table erasure (
        request_key uuid primary key,
        receipt text not null unique,
        erased_at timestamptz not null,
        visits int not null
      );
    `);
  }
}
