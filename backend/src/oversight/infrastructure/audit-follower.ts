import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { PinoLogger } from 'nestjs-pino';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { CHANGED } from './live-changes.js';
import { PresenceSamples } from './presence-samples.js';
import { RollUps } from './roll-ups.js';

interface Entry {
  action: string;
  subject_kind: string;
  subject_id: string;
  campus_id: string | null;
}

/** What the chain has got since the last time: how far it goes, whom it concerns, and what must be looked at one by one. */
interface News {
  entries: number;
  seq: number;
  /** campuses whose numbers changed; '*' = all */
  campuses: string[];
  notable: Entry[];
}

/** A verdict says that its passage happened now, give or take what a device's clock is believed; see `happenedAt`. */
const JUDGED = 'passage.judged';
const BELIEVED_MS = 10 * 60_000;
const AT_ONCE = 5_000;
const DAY_MS = 86_400_000;
const RECONCILED_DAYS = 8;
/** What the numbers of the office come from. */
const kinds = ['passage', 'visit', 'pass', 'system'];

/**
 * Reads the audit, where everything that happens leaves its entry and the chain gives every committed entry a number, so
 * that none is missed and none seen twice. The gate itself does nothing for the dashboard: hours that changed are counted
 * again from here, and whoever watches is told.
 */
@Injectable()
export class AuditFollower implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly rollUps: RollUps,
    private readonly samples: PresenceSamples,
    private readonly clock: Clock,
    private readonly logger: PinoLogger,
  ) {}

  onModuleInit(): void {
    this.jobs.every(1, 'follow-audit', () => this.follow());
    this.jobs.every(300, 'presence-samples', () => this.samples.take());
    this.jobs.every(3600, 'reconcile-roll-ups', () => this.reconcile());
  }

  /** Works off what the chain has got since the last time. */
  async follow(): Promise<void> {
    for (;;) {
      const { entries, seq, campuses, notable } = await this.next();
      if (notable.length > 0) await this.workOff(notable);
      await this.rollUps.advance();
      if (entries > 0) await this.database.run(sql`update audit_follower set seq = ${seq} where name = 'roll-ups'`);
      if (campuses.length > 0) await this.database.run(sql`select pg_notify(${CHANGED}, ${campuses.join(',')})`);
      if (entries < AT_ONCE) return;
    }
  }

  /** Compares the last days with their passages; a difference is mended and logged. */
  async reconcile(): Promise<number> {
    const differences = await this.rollUps.reconcile(new Date(this.clock.now().getTime() - RECONCILED_DAYS * DAY_MS));
    if (differences > 0) this.logger.warn({ differences }, 'roll-ups differed from the passages');
    return differences;
  }

  private async next(): Promise<News> {
    // The first time everything there is gets counted anyway: only what comes after it is of interest.
    await this.database.run(sql`
      update audit_follower set seq = coalesce((select max(seq) from audit_seal), 0) where name = 'roll-ups' and seq < 0
    `);
    // Nearly all entries are verdicts of this hour, which is not counted yet: nothing of them needs to be known one by one.
    const counted = new Date((await this.rollUps.countedUntil()).getTime() + BELIEVED_MS);
    const news = await this.database.first(sql<News>`
      with news as materialized (
        select s.seq, e.action, e.subject_kind, e.subject_id, e.campus_id, e.at
        from audit_seal s join audit_entry e on e.id = s.entry_id
        where s.seq > (select seq from audit_follower where name = 'roll-ups') order by s.seq limit ${AT_ONCE}
      )
      select count(*)::int as entries, coalesce(max(seq), 0)::float8 as seq,
             coalesce(array_agg(distinct coalesce(campus_id::text, '*')) filter (where subject_kind = any(${kinds}::text[])), '{}') as campuses,
             coalesce(json_agg(json_build_object('action', action, 'subject_kind', subject_kind, 'subject_id', subject_id, 'campus_id', campus_id)
               order by seq) filter (where action <> ${JUDGED} or at < ${counted}), '[]') as notable
      from news
    `);
    return news ?? { entries: 0, seq: 0, campuses: [], notable: [] };
  }

  private async workOff(entries: Entry[]): Promise<void> {
    if (entries.some(({ action }) => action === 'demo.loaded')) {
      await this.rollUps.forget();
      await this.samples.forget();
      await this.samples.take();
      return;
    }
    const passages = entries.filter(({ subject_kind, campus_id }) => subject_kind === 'passage' && campus_id);
    const erased = entries.filter(({ action }) => action === 'visit.erased').map(({ subject_id }) => subject_id);
    if (passages.length === 0 && erased.length === 0) return;
    const hours = await this.database.rows(sql<{ hour: Date }>`
      select distinct date_trunc('hour', f.at, 'UTC') as hour
      from unnest(${passages.map((one) => one.campus_id)}::uuid[], ${passages.map((one) => one.subject_id)}::uuid[]) as e (campus_id, id)
      join passage_instant f on f.campus_id = e.campus_id and f.passage_id = e.id
      union
      select distinct date_trunc('hour', f.at, 'UTC') from passage_instant f
      where f.pass_id in (select pass_id from pass_of_visit where visit_id = any(${erased}::uuid[]))
    `);
    await this.rollUps.recount(hours.map(({ hour }) => hour));
  }
}
