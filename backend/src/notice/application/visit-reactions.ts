import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { StepOpened } from '../../approval/public.js';
import { VisitApproved, VisitCancelled, VisitDeclined } from '../../visit/public.js';
import { VisitMessages } from './visit-messages.js';

@EventsHandler(VisitApproved)
export class TellApplicantWhenVisitApproved implements IEventHandler<VisitApproved> {
  constructor(private readonly messages: VisitMessages) {}

  handle({ visitId }: VisitApproved): Promise<void> {
    return this.messages.tellApplicant(visitId, 'visit-approved');
  }
}

@EventsHandler(VisitDeclined)
export class TellApplicantWhenVisitDeclined implements IEventHandler<VisitDeclined> {
  constructor(private readonly messages: VisitMessages) {}

  handle({ visitId }: VisitDeclined): Promise<void> {
    return this.messages.tellApplicant(visitId, 'visit-declined');
  }
}

@EventsHandler(VisitCancelled)
export class TellApplicantWhenVisitCancelled implements IEventHandler<VisitCancelled> {
  constructor(private readonly messages: VisitMessages) {}

  handle({ visitId }: VisitCancelled): Promise<void> {
    return this.messages.tellApplicant(visitId, 'visit-cancelled');
  }
}

@EventsHandler(StepOpened)
export class TellApproverWhenStepOpened implements IEventHandler<StepOpened> {
  constructor(private readonly messages: VisitMessages) {}

  handle({ approvalId, subjectId, approverId }: StepOpened): Promise<void> {
    return this.messages.tellApprover(approvalId, subjectId, approverId);
  }
}
