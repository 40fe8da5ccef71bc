import { Injectable } from '@nestjs/common';
import { Deliveries } from '../../../platform/events/deliveries.js';
import { Subscribers } from '../../../platform/events/subscribers.js';
import { EntryAdmitted, EntryRefused, ExitRecorded } from '../../domain/passage-events.js';

/**
 * Who listens to what happens at the gates. The statements that write passages add the delivery rows themselves; nobody
 * listening costs nothing.
 */
@Injectable()
export class PassageAnnouncements {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly deliveries: Deliveries,
  ) {}

  get ofRefusals(): string[] {
    return this.named(EntryRefused.type);
  }

  get ofAdmissions(): string[] {
    return this.named(EntryAdmitted.type);
  }

  get ofExits(): string[] {
    return this.named(ExitRecorded.type);
  }

  /** Sends what was committed at once. */
  wake(subscribers: string[]): void {
    if (subscribers.length > 0) this.deliveries.wake();
  }

  private named(type: string): string[] {
    return this.subscribers.delivered(type).map(({ name }) => name);
  }
}

/** Delivery rows for the passages of a select, as part of a writing statement. `subscribers` is a text[] parameter. */
export const announce = (from: string, type: string, subscribers: string, now: string): string => `
  insert into delivery (id, event_type, subscriber, payload, next_attempt_at, created_at)
  select gen_random_uuid(), '${type}', subscriber, jsonb_build_object('at', ${now}::timestamptz, 'passage', jsonb_build_object(
    'passageId', id, 'campusId', campus_id, 'gateId', gate_id, 'passId', pass_id, 'visitId', visit_id, 'reason', reason)),
    ${now}::timestamptz, ${now}::timestamptz
  from (${from}) as told cross join unnest(${subscribers}::text[]) as subscriber`;
