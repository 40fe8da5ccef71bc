import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Rules } from '../../policy/public.js';
import { Database } from '../../platform/database/database.js';
import { type Due } from '../../platform/retention/kept-kind.js';
import { KeptKinds } from '../../platform/retention/kept-kinds.js';
import { keptRows } from '../../platform/retention/kept-rows.js';
import { EndPersonKeeping } from '../application/end-person-keeping.js';
import { EndPhotoKeeping, type PhotoKind } from '../application/end-photo-keeping.js';
import { EraseGuestLists, GUEST_LIST_DAYS } from '../application/erase-guest-lists.js';
import { KeptPhotos } from '../application/kept-photos.query.js';
import { PERSON_KEPT } from './sql-erasure-book.js';

/** Erasing a whole visit is many statements: fewer of them to a transaction. */
const VISITS_AT_ONCE = 25;
const NOT_HELD = 'kept.erased_at is null and not exists (select from held_visit h where h.visit_id = kept.id)';

/** Every member of the party without one of the sealed numbers. */
const withoutSealed = (part: string) => `party = (
  select jsonb_agg(m.member || '${part}' order by m.position)
  from jsonb_array_elements(party) with ordinality as m (member, position)
), version = version + 1`;

/** What visits keep of people, for retention. */
@Injectable()
export class VisitKeeping {
  constructor(
    kinds: KeptKinds,
    private readonly database: Database,
    private readonly commands: CommandBus,
    private readonly photos: KeptPhotos,
    private readonly rules: Rules,
  ) {
    const visits = { table: 'visit', key: 'id', at: 'kept.period_until' };
    kinds.add(
      'document-number',
      keptRows(database, {
        ...visits,
        where: `kept.document_kept and ${NOT_HELD}`,
        blank: `${withoutSealed('{"documentSealed": ""}')}, document_kept = false`,
      }),
    );
    kinds.add(
      'mobile-number',
      keptRows(database, {
        ...visits,
        where: `kept.mobile_kept and ${NOT_HELD}`,
        blank: `${withoutSealed('{"mobileSealed": null}')}, mobile_kept = false`,
      }),
    );
    kinds.add('person', {
      due: (before) => keptRows(database, { ...visits, where: PERSON_KEPT }).due(before),
      end: (before, atMost) => commands.execute(new EndPersonKeeping(before, Math.min(atMost, VISITS_AT_ONCE))),
    });
    kinds.add('face-photo', this.photosOf('face'));
    kinds.add('document-file', this.photosOf('document'));
    this.addInvitations(kinds);
  }

  private photosOf(kind: PhotoKind) {
    const hours = async (): Promise<number> => {
      const { face, documents } = (await this.rules.current()).settings;
      return kind === 'face' ? face.keepHours : documents.keepDays * 24;
    };
    return {
      own: { setBy: 'policy' as const, hours },
      due: (before: Date): Promise<Due> => this.photos.due(kind, before),
      end: () => this.commands.execute(new EndPhotoKeeping(kind)),
    };
  }

  private addInvitations(kinds: KeptKinds): void {
    kinds.add(
      'invitation',
      keptRows(this.database, {
        table: 'invitation',
        key: 'id',
        at: 'kept.expires_at',
        where: `kept.mobile_masked is not null or kept.note is not null or coalesce(kept.mobile_index, 'erased') <> 'erased'`,
        blank: `mobile_masked = null, note = null, mobile_index = case when mobile_index is null then null else 'erased' end`,
      }),
    );
    const lists = keptRows(this.database, {
      table: 'invitation_batch',
      key: 'id',
      at: 'kept.made_at',
      where: 'kept.erased_at is null',
    });
    kinds.add('guest-list', {
      own: { setBy: 'fixed', hours: () => Promise.resolve(GUEST_LIST_DAYS * 24) },
      due: (before) => lists.due(before),
      end: () => this.commands.execute(new EraseGuestLists()),
    });
  }
}
