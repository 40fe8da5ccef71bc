import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { EntryAdmitted, ExitRecorded } from '../../passage/public.js';
import { VisitEndNeared, VisitOverstayed, VisitStayChased, VisitStayUnanswered } from '../../visit/public.js';
import { HostMessagesToStaff } from './host-messages.js';
import { OfficeMessages } from './office-messages.js';
import { VisitMessages } from './visit-messages.js';

@EventsHandler(EntryAdmitted)
export class TellHostWhenVisitorArrives implements IEventHandler<EntryAdmitted> {
  constructor(private readonly messages: HostMessagesToStaff) {}

  async handle({ passage: { visitId }, at }: EntryAdmitted): Promise<void> {
    if (visitId) await this.messages.tellArrival(visitId, at);
  }
}

@EventsHandler(ExitRecorded)
export class TellHostWhenPartyLeft implements IEventHandler<ExitRecorded> {
  constructor(private readonly messages: HostMessagesToStaff) {}

  async handle({ passage: { visitId } }: ExitRecorded): Promise<void> {
    if (visitId) await this.messages.tellDeparture(visitId);
  }
}

@EventsHandler(VisitEndNeared)
export class AskWhenVisitEndNears implements IEventHandler<VisitEndNeared> {
  constructor(
    private readonly visitors: VisitMessages,
    private readonly hosts: HostMessagesToStaff,
  ) {}

  async handle({ visitId, at }: VisitEndNeared): Promise<void> {
    await this.visitors.tellApplicant(visitId, 'end-near');
    await this.hosts.askAboutStay(visitId, false, at);
  }
}

@EventsHandler(VisitStayUnanswered, VisitStayChased)
export class AskHostAgainWhenVisitEnded implements IEventHandler<VisitStayUnanswered | VisitStayChased> {
  constructor(private readonly messages: HostMessagesToStaff) {}

  handle({ visitId, at }: VisitStayUnanswered | VisitStayChased): Promise<void> {
    return this.messages.askAboutStay(visitId, true, at);
  }
}

@EventsHandler(VisitOverstayed)
export class TellOfficeWhenVisitOverstayed implements IEventHandler<VisitOverstayed> {
  constructor(private readonly messages: OfficeMessages) {}

  handle({ visitId }: VisitOverstayed): Promise<void> {
    return this.messages.tellOverstayed(visitId);
  }
}
