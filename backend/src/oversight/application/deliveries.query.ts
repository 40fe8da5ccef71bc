import { Injectable } from '@nestjs/common';
import { type DeliveryRow } from '@gatehouse/contract';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';

interface DeliverySqlRow {
  id: string;
  event_type: string;
  subscriber: string;
  state: DeliveryRow['state'];
  attempts: number;
  created_at: Date;
  next_attempt_at: Date;
  last_error: string | null;
}

const SHOWN = 200;

/** What waits for sending, is stuck, or was sent: the newest of each state, without what is in it. */
@Injectable()
export class DeliveriesQuery {
  constructor(private readonly database: Database) {}

  async rows(state: DeliveryRow['state'] | undefined): Promise<DeliveryRow[]> {
    const rows = await this.database.rows(sql<DeliverySqlRow>`
      select id, event_type, subscriber, state, attempts, created_at, next_attempt_at, last_error from delivery
      where ${state ? sql`state = ${state}` : sql`true`} order by created_at desc, id desc limit ${SHOWN}
    `);
    return rows.map((row) => ({
      id: row.id,
      eventType: row.event_type,
      subscriber: row.subscriber,
      state: row.state,
      attempts: row.attempts,
      createdAt: row.created_at.toISOString(),
      nextAttemptAt: row.state === 'waiting' ? row.next_attempt_at.toISOString() : null,
      lastError: row.last_error,
    }));
  }
}
