import { Migration } from '@mikro-orm/migrations';

/** Face photos, documents, and the consents of visitors. */
export class Migration0007PhotoConsent extends Migration {
  override up(): void {
    this.addSql(`
      -- The sealed files lie in the photo store. A row outlives its file as the evidence of when it was erased.
      create table photo (
        id uuid primary key,
        kind text not null check (kind in ('face', 'document')),
        media_type text not null,
        size int not null,
        file text not null unique,
        sealed_hash bytea not null,
        token_hash bytea not null,
        file_key bytea,
        stored_at timestamptz not null,
        visit_id uuid references visit (id) deferrable initially deferred,
        person_index smallint,
        person_key_id uuid,
        document_key text,
        claimed_at timestamptz,
        erased_at timestamptz,
        version int not null default 1,
        check ((erased_at is null) = (file_key is not null))
      );
      create index photo_visit on photo (visit_id) where visit_id is not null;
      create index photo_unclaimed on photo (stored_at) where claimed_at is null and erased_at is null;
      create index photo_held_faces on photo (kind) where erased_at is null and claimed_at is not null;

      -- Owned by photo: what there is, not what is in it.
      create view photo_held as
        select visit_id, kind, person_index, document_key, media_type, claimed_at
        from photo where erased_at is null and claimed_at is not null;

      create table consent (
        id uuid primary key,
        kind text not null check (kind in ('identity', 'face', 'guardian')),
        visit_id uuid not null references visit (id) deferrable initially deferred,
        campus_id uuid not null,
        person_index smallint not null,
        notice_version text not null,
        text_hash bytea not null,
        address_sealed bytea not null,
        guardian_sealed bytea,
        given_at timestamptz not null,
        withdrawn_at timestamptz,
        erased_photos int,
        version int not null default 1
      );
      create index consent_visit on consent (visit_id);
      create index consent_standing_faces on consent (visit_id) where kind = 'face' and withdrawn_at is null;
    `);
  }
}
