import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { WithinTransaction } from '../../kernel/within-transaction.js';
import { VisitErased } from '../../visit/public.js';
import { Passes } from './passes.js';

/** With its visit a pass loses its person. That somebody passed a gate, when and where, stays. */
@WithinTransaction()
@EventsHandler(VisitErased)
export class ErasePassesWhenVisitErased implements IEventHandler<VisitErased> {
  constructor(private readonly passes: Passes) {}

  handle({ visitId, at }: VisitErased): Promise<void> {
    return this.passes.erase(visitId, at);
  }
}
