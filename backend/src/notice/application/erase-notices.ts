import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { WithinTransaction } from '../../kernel/within-transaction.js';
import { VisitErased } from '../../visit/public.js';
import { NoticeBook } from './notice-book.js';

@WithinTransaction()
@EventsHandler(VisitErased)
export class EraseNoticesWhenVisitErased implements IEventHandler<VisitErased> {
  constructor(private readonly notices: NoticeBook) {}

  handle({ visitId }: VisitErased): Promise<void> {
    return this.notices.erase(visitId);
  }
}
