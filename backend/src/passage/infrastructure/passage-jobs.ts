import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';

const DAY_SECONDS = 86_400;
export const NONCES_KEPT_DAYS = 30;

/** What the passage log needs done from time to time. */
@Injectable()
export class PassageJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(10, 'lapse-verdicts', () => this.lapseVerdicts());
    this.jobs.every(DAY_SECONDS / 4, 'passage-months', () => this.makeMonths());
    this.jobs.every(DAY_SECONDS / 4, 'forget-nonces', () => this.forgetNonces());
  }

  /**
   * Marks admitting verdicts that nobody confirmed in time. Their passes were free again the moment the time was over;
   * this is what the record says. Looks back two days: a process that was away catches up.
   */
  async lapseVerdicts(): Promise<void> {
    const now = this.clock.now();
    await this.database.run(sql`
      with late as (
        select campus_id, id, at from passage
        where at > ${now}::timestamptz - interval '2 days' and outcome = 'waiting' and expires_at <= ${now}
        order by id for update skip locked
      )
      update passage p set outcome = 'lapsed', outcome_at = p.expires_at
      from late where p.campus_id = late.campus_id and p.id = late.id and p.at = late.at
    `);
  }

  /** Partitions for this month and the next two. */
  async makeMonths(): Promise<void> {
    await this.database.rows(sql`
      select gatehouse_make_passage_month((${this.clock.now()}::timestamptz + make_interval(months => month))::date)
      from generate_series(0, 2) as month
    `);
  }

  /** A device repeats a scan within minutes, never after a month; the answers name people. */
  async forgetNonces(): Promise<void> {
    const oldest = new Date(this.clock.now().getTime() - NONCES_KEPT_DAYS * DAY_SECONDS * 1000);
    await this.database.run(sql`delete from passage_nonce where passage_at < ${oldest}`);
  }
}
