import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { PinoLogger } from 'nestjs-pino';
import { Clock } from '../../kernel/clock.js';
import { type DomainEvent } from '../../kernel/domain-event.js';
import { Ids } from '../../kernel/ids.js';
import { Database } from '../database/database.js';
import { reviveEvent } from './event-classes.js';
import { type Subscriber, Subscribers } from './subscribers.js';

const MOST_ATTEMPTS = 8;
const BATCH = 20;

interface DeliveryRow {
  id: string;
  event_type: string;
  subscriber: string;
  payload: Record<string, unknown>;
  attempts: number;
}

/**
 * One row per (event, subscriber), written in the command's transaction and worked off afterwards: a dead SMS gateway
 * never holds up its neighbours. Rows are claimed with SKIP LOCKED, so any number of processes can share the work.
 */
@Injectable()
export class Deliveries {
  /** set by the relay: called after a commit, so that messages leave at once */
  wake: () => void = () => undefined;

  /** set by the unit of work: announces what a reaction's commands recorded, within the reaction's savepoint */
  settle: (em: EntityManager) => Promise<void> = () => Promise.resolve();

  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
    private readonly subscribers: Subscribers,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly logger: PinoLogger,
  ) {}

  async add(event: DomainEvent, subscribers: Subscriber[]): Promise<void> {
    const now = this.clock.now();
    for (const subscriber of subscribers) {
      await this.database.run(sql`
        insert into delivery (id, event_type, subscriber, payload, next_attempt_at, created_at)
        values (${this.ids.uuid()}, ${event.type}, ${subscriber.name}, ${JSON.stringify(event)}, ${now}, ${now})
      `);
    }
  }

  /** Works off what is due. Answers how many rows it handled; call again until 0 to drain. */
  async workOff(): Promise<number> {
    return this.em.fork().transactional(async () => {
      const due = await this.database.rows(sql<DeliveryRow>`
        select id, event_type, subscriber, payload, attempts from delivery
        where state = 'waiting' and next_attempt_at <= ${this.clock.now()}
        order by next_attempt_at, id limit ${BATCH} for update skip locked
      `);
      for (const row of due) await this.deliver(row);
      return due.length;
    });
  }

  /** "Send again" for a stuck row. Answers false when there is no such row. */
  async sendAgain(id: string): Promise<boolean> {
    const changed = await this.database.run(sql`
      update delivery set state = 'waiting', attempts = 0, next_attempt_at = ${this.clock.now()}
      where id = ${id} and state = 'stuck'
    `);
    this.wake();
    return changed === 1;
  }

  private async deliver(row: DeliveryRow): Promise<void> {
    const subscriber = this.subscribers.named(row.event_type, row.subscriber);
    try {
      if (!subscriber) throw new Error('no such subscriber');
      // A savepoint: a failed statement must not take the row's own bookkeeping with it.
      await this.em.transactional(async (em) => {
        await subscriber.handle(reviveEvent(row.event_type, row.payload));
        await this.settle(em);
      });
      await this.database.run(
        sql`update delivery set state = 'done', done_at = ${this.clock.now()} where id = ${row.id}`,
      );
    } catch (error) {
      await this.postpone(row, error);
    }
  }

  private async postpone(row: DeliveryRow, error: unknown): Promise<void> {
    const attempts = row.attempts + 1;
    const state = attempts >= MOST_ATTEMPTS ? 'stuck' : 'waiting';
    const next = new Date(this.clock.now().getTime() + 2 ** attempts * 1000);
    // Never the message itself: a gateway's may quote a phone number.
    const { name = 'failed', code = '' } = error as { name?: string; code?: string };
    const reason = `${name} ${code}`.trim();
    this.logger.warn(
      { delivery: row.id, event: row.event_type, subscriber: row.subscriber, attempts, state },
      'delivery failed',
    );
    await this.database.run(sql`
      update delivery set attempts = ${attempts}, state = ${state}, next_attempt_at = ${next}, last_error = ${reason} where id = ${row.id}
    `);
  }
}
