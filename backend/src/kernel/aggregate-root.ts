import { type DomainEvent } from './domain-event.js';

/**
 * Journals live outside the objects: an ORM revives aggregates without running constructors or field initialisers,
 * so a field would be missing on everything that was loaded.
 */
const journals = new WeakMap<AggregateRoot, DomainEvent[]>();

export abstract class AggregateRoot {
  protected record(event: DomainEvent): void {
    const journal = journals.get(this);
    if (journal) journal.push(event);
    else journals.set(this, [event]);
  }
}

/** Takes the events recorded since the last call, oldest first. */
export function takeEvents(aggregate: AggregateRoot): DomainEvent[] {
  const journal = journals.get(aggregate) ?? [];
  journals.delete(aggregate);
  return journal;
}
