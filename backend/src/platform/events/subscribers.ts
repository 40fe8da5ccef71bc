import { Injectable } from '@nestjs/common';
import { EventBus, type IEventHandler } from '@nestjs/cqrs';
import { type DomainEvent } from '../../kernel/domain-event.js';
import { isWithinTransaction } from '../../kernel/within-transaction.js';

export interface Subscriber {
  /** stable name kept in delivery rows: the class name of the reaction, a sentence such as `TellHostWhenVisitRequested` */
  name: string;
  handle(event: DomainEvent): Promise<unknown>;
  /** false while nobody is interested: then no delivery is written for it */
  isWanted(): boolean;
}

/**
 * Knows which reactions listen to which event. Takes the place of Nest's in-memory event transport, which is neither
 * awaited nor transactional and swallows the errors of handlers.
 */
@Injectable()
export class Subscribers {
  private readonly together = new Map<string, Subscriber[]>();
  private readonly later = new Map<string, Subscriber[]>();

  constructor(eventBus: EventBus) {
    eventBus.bind = (handler, type) => {
      const instance = handler.instance as IEventHandler<DomainEvent> & { isWanted?(): boolean };
      const reaction = instance.constructor;
      const list = isWithinTransaction(reaction) ? this.together : this.later;
      const handle = (event: DomainEvent) => Promise.resolve(instance.handle(event) as unknown);
      const isWanted = () => instance.isWanted?.() ?? true;
      list.set(type, [...(list.get(type) ?? []), { name: reaction.name, handle, isWanted }]);
    };
    eventBus.publish = () => {
      throw new Error('Events are recorded by aggregates; nothing is published on the event bus.');
    };
  }

  withinTransaction(type: string): Subscriber[] {
    return this.together.get(type) ?? [];
  }

  delivered(type: string): Subscriber[] {
    return (this.later.get(type) ?? []).filter((subscriber) => subscriber.isWanted());
  }

  /** Whom a delivery row names, wanted or not: what was written is delivered. */
  named(type: string, name: string): Subscriber | undefined {
    return this.later.get(type)?.find((subscriber) => subscriber.name === name);
  }
}
