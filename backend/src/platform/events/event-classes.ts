import { type DomainEvent, type EventClass } from '../../kernel/domain-event.js';

const classes = new Map<string, EventClass>();

/** The bus option `eventIdProvider`: stable type names instead of class names. */
export const eventIdProvider = {
  getEventId(eventClass: unknown): string {
    const { type } = eventClass as EventClass;
    classes.set(type, eventClass as EventClass);
    return type;
  },
};

/** Makes an event again from its stored fields. */
export function reviveEvent(type: string, fields: Record<string, unknown>): DomainEvent {
  const eventClass = classes.get(type);
  if (!eventClass) throw new Error(`No event class is known for ${type}.`);
  const event = Object.create(eventClass.prototype) as DomainEvent;
  return Object.assign(event, fields, { at: new Date(fields.at as string) });
}
