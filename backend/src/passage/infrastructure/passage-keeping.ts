import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { type Due } from '../../platform/retention/kept-kind.js';
import { KeptKinds } from '../../platform/retention/kept-kinds.js';
import { keptRows } from '../../platform/retention/kept-rows.js';
import { NONCES_KEPT_DAYS } from './passage-jobs.js';

const NOT_HELD = `not exists (select from held_visit h where h.visit_id = kept.visit_id)
  and not exists (select from held_passage h where h.passage_id = kept.id)`;
/** Years of passages are not looked through every hour: only what came after the point where all was ended. */
const SINCE = 'kept.at > (select looked_until from passage_keeping)';
const EVIDENCE = '(kept.plate is not null or kept.evidence is not null or kept.outcome_note is not null)';

/** What the gates keep of people, for retention. That somebody passed, when and where, stays. */
@Injectable()
export class PassageKeeping {
  constructor(
    kinds: KeptKinds,
    private readonly database: Database,
  ) {
    const evidence = keptRows(database, {
      table: 'passage',
      key: 'campus_id, id, at',
      at: 'kept.at',
      where: `${SINCE} and ${EVIDENCE} and ${NOT_HELD}`,
      blank: 'plate = null, evidence = null, outcome_note = null',
    });
    kinds.add('passage-evidence', {
      due: (before) => evidence.due(before),
      end: async (before, atMost, now) => {
        const ended = await evidence.end(before, atMost, now);
        if (ended === 0) await this.looked(before);
        return ended;
      },
    });
    kinds.add('scan-answer', {
      own: { setBy: 'fixed', hours: () => Promise.resolve(NONCES_KEPT_DAYS * 24) },
      ...keptRows(database, {
        table: 'passage_nonce',
        key: 'campus_id, device_id, nonce',
        at: 'kept.passage_at',
        where: 'true',
      }),
    });
    kinds.add('emergency-person', { due: (before) => this.duePapers(before), end: this.endPapers.bind(this) });
    kinds.add(
      'session',
      keptRows(database, { table: 'guard_session', key: 'id', at: 'kept.expires_at', where: 'true' }),
    );
    kinds.add(
      'session',
      keptRows(database, { table: 'pass_share', key: 'pass_id', at: 'kept.expires_at', where: 'true' }),
    );
  }

  /** What is held stays in front of the point, so that it is found again once it is released. */
  private async looked(before: Date): Promise<void> {
    await this.database.run(sql`
      update passage_keeping set looked_until = coalesce((
        select min(kept.at) - interval '1 microsecond' from passage kept
        where ${sql.raw(SINCE)} and kept.at <= ${before} and ${sql.raw(EVIDENCE)}
      ), greatest(looked_until, ${before}))
    `);
  }

  private duePapers(before: Date): Promise<Due> {
    return this.papers().due(before);
  }

  private async endPapers(before: Date, atMost: number, now: Date): Promise<number> {
    await this.database.run(sql`
      update person_key set wrapped = null, destroyed_at = ${now} where wrapped is not null and id in (
        select kept.person_key_id from emergency_entry kept where kept.at <= ${before} and ${sql.raw(PAPER_KEPT)}
        order by kept.at limit ${atMost} for update
      )
    `);
    return this.papers().end(before, atMost, now);
  }

  private papers() {
    return keptRows(this.database, {
      table: 'emergency_entry',
      key: 'emergency_id, paper, direction',
      at: 'kept.at',
      where: PAPER_KEPT,
      blank: 'person_sealed = null, person_masked = null',
    });
  }
}

const PAPER_KEPT = `kept.person_sealed is not null
  and not exists (select from held_passage h where h.passage_id = kept.passage_id)`;
