import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { nextAttempt } from '../domain/retry.js';
import { type Answer, callAddress } from './call-address.js';
import { SealedWebhookSecrets } from './sealed-webhook-secrets.js';
import { signedHeaders } from './signature.js';

const BATCH = 20;
/** longer than a call may take: a process that dies while calling leaves the row to another */
const LEASE_MS = 60_000;
const KEPT_DAYS = 30;

interface DueCall {
  id: string;
  body: string;
  attempts: number;
  webhook_id: string;
  url: string;
  secret_sealed: Buffer;
  previous_secret_sealed: Buffer | null;
  previous_until: Date | null;
}

/**
 * Sends what waits. Rows are leased, not locked: no transaction stays open while a receiver thinks, and a slow one holds up
 * nobody but itself. A message may arrive twice, or after a later one; its id and time stamp tell.
 */
@Injectable()
export class CallRelay implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly secrets: SealedWebhookSecrets,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(2, 'webhooks', () => this.workOff());
    this.jobs.every(6 * 3600, 'forget-webhook-calls', () => this.forget());
  }

  /** Sends what is due until nothing is. Answers how many calls it made. */
  async workOff(): Promise<number> {
    for (let made = 0; ;) {
      const due = await this.lease();
      await Promise.all(due.map((call) => this.send(call)));
      made += due.length;
      if (due.length < BATCH) return made;
    }
  }

  private lease(): Promise<DueCall[]> {
    const now = this.clock.now();
    return this.database.rows(sql<DueCall>`
      with due as (
        select c.id from webhook_call c join webhook w on w.id = c.webhook_id
        where c.state = 'waiting' and c.next_attempt_at <= ${now} and w.enabled
        order by c.next_attempt_at, c.created_at, c.id limit ${BATCH} for update of c skip locked
      )
      update webhook_call c set next_attempt_at = ${new Date(now.getTime() + LEASE_MS)}
      from due, webhook w where c.id = due.id and w.id = c.webhook_id
      returning c.id, c.body, c.attempts, w.id as webhook_id, w.url, w.secret_sealed, w.previous_secret_sealed, w.previous_until
    `);
  }

  private async send(call: DueCall): Promise<void> {
    const headers = signedHeaders(call.id, call.body, await this.secretsOf(call), this.clock.now());
    const answer = await callAddress(call.url, headers, call.body);
    await (answer.error ? this.postpone(call, answer) : this.settle(call, answer));
  }

  private async secretsOf(call: DueCall): Promise<Uint8Array[]> {
    const { previous_secret_sealed: previous, previous_until: until } = call;
    const valid = previous && until && until > this.clock.now() ? [call.secret_sealed, previous] : [call.secret_sealed];
    return Promise.all(valid.map((sealed) => this.secrets.open(call.webhook_id, sealed)));
  }

  private settle({ id }: DueCall, { status }: Answer): Promise<number> {
    return this.database.run(sql`
      update webhook_call set state = 'done', done_at = ${this.clock.now()}, attempts = attempts + 1,
             last_status = ${status}, last_error = null where id = ${id}
    `);
  }

  private postpone({ id, attempts }: DueCall, { status, error }: Answer): Promise<number> {
    const now = this.clock.now();
    const next = nextAttempt(attempts + 1, now);
    return this.database.run(sql`
      update webhook_call set state = ${next ? 'waiting' : 'stuck'}, attempts = attempts + 1,
             next_attempt_at = ${next ?? now}, last_status = ${status}, last_error = ${error} where id = ${id}
    `);
  }

  private forget(): Promise<number> {
    const oldest = new Date(this.clock.now().getTime() - KEPT_DAYS * 86_400_000);
    return this.database.run(sql`delete from webhook_call where created_at < ${oldest} and state <> 'waiting'`);
  }
}
