import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { VisitMetBlacklist } from '../../visit/public.js';
import { OfficeMessages } from './office-messages.js';

@EventsHandler(VisitMetBlacklist)
export class TellOfficeWhenVisitMetBlacklist implements IEventHandler<VisitMetBlacklist> {
  constructor(private readonly messages: OfficeMessages) {}

  handle({ visitId }: VisitMetBlacklist): Promise<void> {
    return this.messages.tellMetBlacklist(visitId);
  }
}
