import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { WEBHOOK_EVENTS, type WebhookEvent } from '@gatehouse/contract';
import { type DomainEvent } from '../../kernel/domain-event.js';
import { WithinTransaction } from '../../kernel/within-transaction.js';
import {
  DeviceRevoked,
  EntryAdmitted,
  EntryRefused,
  ExitRecorded,
  PassIssued,
  PassRevoked,
} from '../../passage/public.js';
import {
  VisitApproved,
  VisitCancelled,
  VisitChanged,
  VisitDeclined,
  VisitErased,
  VisitExpired,
  VisitExtended,
  VisitOverstayed,
  VisitRequested,
  VisitRevoked,
} from '../../visit/public.js';
import { WebhookCalls } from './webhooks.js';

/** In the transaction of what happened: a fact that is kept will be told, one that is rolled back never. */
@WithinTransaction()
@EventsHandler(
  VisitRequested,
  VisitApproved,
  VisitDeclined,
  VisitChanged,
  VisitCancelled,
  VisitRevoked,
  VisitExtended,
  VisitExpired,
  VisitOverstayed,
  VisitErased,
  PassIssued,
  PassRevoked,
  DeviceRevoked,
)
export class QueueCalls implements IEventHandler<DomainEvent> {
  constructor(private readonly calls: WebhookCalls) {}

  async handle(event: DomainEvent): Promise<void> {
    const { at, ...data } = event as DomainEvent & Record<string, unknown>;
    if (isTold(event.type)) await this.calls.queue(event.type, data, at);
  }
}

/** What happens at the gates, while somebody wants to know: gates do not wait for it. */
@EventsHandler(EntryAdmitted, EntryRefused, ExitRecorded)
export class QueueCallsOfPassages implements IEventHandler<EntryAdmitted> {
  constructor(private readonly calls: WebhookCalls) {}

  isWanted(): boolean {
    return this.calls.wantsPassages();
  }

  /** Without the reason: it would tell the blacklist to whoever reads along. */
  async handle({ type, passage: { reason: _, ...data }, at }: EntryAdmitted): Promise<void> {
    if (isTold(type)) await this.calls.queue(type, data, at);
  }
}

const isTold = (type: string): type is WebhookEvent => (WEBHOOK_EVENTS as readonly string[]).includes(type);
