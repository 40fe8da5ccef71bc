import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type VisitStatus, type WalkInView } from '@gatehouse/contract';
import { Database } from '../../platform/database/database.js';
import { walkInState } from './walk-ins.query.js';

const LOOK_EVERY_MS = 1000;

interface Waiter {
  id: string;
  known: WalkInView['state'];
  wake: () => void;
}

/** Wakes whoever waits for an answer to a walk-in: one look a second for all of this process together, none while nobody waits. */
@Injectable()
export class WalkInWatch {
  private readonly waiters = new Set<Waiter>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {}

  /** Until this walk-in is in another state than `known`, or the time is over. */
  async changeOf(id: string, known: WalkInView['state'], ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const waiter: Waiter = { id, known, wake: () => this.release(waiter, over, resolve) };
      const over = setTimeout(waiter.wake, ms);
      this.waiters.add(waiter);
      this.timer ??= setInterval(() => void this.look().catch(() => undefined), LOOK_EVERY_MS);
    });
  }

  private release(waiter: Waiter, over: NodeJS.Timeout, resolve: () => void): void {
    clearTimeout(over);
    this.waiters.delete(waiter);
    if (this.waiters.size === 0) {
      clearInterval(this.timer);
      this.timer = undefined;
    }
    resolve();
  }

  private async look(): Promise<void> {
    const ids = [...new Set([...this.waiters].map(({ id }) => id))];
    const rows = await this.database.rows(sql<{ id: string; status: VisitStatus }>`
      select w.id, v.status from walk_in w join walk_in_visit v on v.visit_id = w.visit_id where w.id = any(${ids}::uuid[])
    `);
    const now = new Map(rows.map(({ id, status }) => [id, walkInState[status]]));
    for (const { id, known, wake } of [...this.waiters]) if (ids.includes(id) && now.get(id) !== known) wake();
  }
}
