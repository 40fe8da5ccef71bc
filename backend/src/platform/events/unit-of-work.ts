import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AggregateRoot, takeEvents } from '../../kernel/aggregate-root.js';
import { type DomainEvent } from '../../kernel/domain-event.js';
import { AuditLog } from '../audit/audit-log.js';
import { Deliveries } from './deliveries.js';
import { Subscribers } from './subscribers.js';

/**
 * One command, one transaction. Wraps the command bus: begins, lets the handler work, then settles what the aggregates
 * recorded (audit entry, reactions within the transaction, delivery rows), flushes and commits. A command executed inside
 * another joins its transaction.
 */
@Injectable()
export class UnitOfWork {
  constructor(
    commandBus: CommandBus,
    private readonly em: EntityManager,
    private readonly subscribers: Subscribers,
    private readonly deliveries: Deliveries,
    private readonly audit: AuditLog,
  ) {
    const execute = commandBus.execute.bind(commandBus) as (command: never) => Promise<never>;
    deliveries.settle = (transaction) => this.settle(transaction);
    commandBus.execute = (command: never) => this.run(async () => execute(command));
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.em.isInTransaction()) return work();
    const result = await this.em.fork().transactional(async (em) => {
      const answer = await work();
      await this.settle(em);
      return answer;
    });
    this.deliveries.wake();
    return result;
  }

  /** Reactions may change more aggregates, which may record more events: until nothing is left. */
  private async settle(em: EntityManager): Promise<void> {
    for (;;) {
      const events = this.recorded(em);
      if (events.length === 0) return;
      await em.flush();
      for (const event of events) await this.announce(event);
    }
  }

  private async announce(event: DomainEvent): Promise<void> {
    const { at, ...details } = event as DomainEvent & Record<string, unknown>;
    await this.audit.append(event.type, event.subject(), details, at);
    for (const subscriber of this.subscribers.withinTransaction(event.type)) await subscriber.handle(event);
    await this.deliveries.add(event, this.subscribers.delivered(event.type));
  }

  private recorded(em: EntityManager): DomainEvent[] {
    const unitOfWork = em.getUnitOfWork();
    const touched = new Set<unknown>([...unitOfWork.getPersistStack(), ...unitOfWork.getIdentityMap().values()]);
    return [...touched].filter((entity) => entity instanceof AggregateRoot).flatMap(takeEvents);
  }
}
