/** What an event is about, in words a ledger can show: kind `visit`, id of the visit. */
export interface Subject {
  kind: string;
  id: string;
  /** campus the fact belongs to, when it belongs to one */
  campusId?: string;
}

/**
 * A fact of the domain. Carries ids and plain JSON values only: never names, numbers or photos, since events are stored.
 * The stable name is `static readonly type` of the class (`visit.approved`), so that renaming a class breaks nothing stored.
 */
export abstract class DomainEvent {
  abstract readonly at: Date;
  abstract subject(): Subject;

  /** stable name of the event */
  get type(): string {
    return (this.constructor as unknown as EventClass).type;
  }
}

export interface EventClass<E extends DomainEvent = DomainEvent> {
  readonly type: string;
  readonly prototype: E;
}
