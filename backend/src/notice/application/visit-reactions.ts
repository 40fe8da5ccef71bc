import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { StepOpened } from '../../approval/public.js';
import {
  VisitApproved,
  VisitCancelled,
  VisitChanged,
  VisitCorrectionAsked,
  VisitDeclined,
  VisitEndMoved,
  VisitExtended,
  VisitExtensionRefused,
  VisitRevoked,
} from '../../visit/public.js';
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

  /** A delivery from before there were other subjects names none. */
  handle({ approvalId, subjectKind, subjectId, approverId }: StepOpened): Promise<void> {
    const subject = (subjectKind as StepOpened['subjectKind'] | undefined) ?? 'visit';
    return this.messages.tellApprover(approvalId, subject, subjectId, approverId);
  }
}

@EventsHandler(VisitCorrectionAsked)
export class TellApplicantWhenCorrectionAsked implements IEventHandler<VisitCorrectionAsked> {
  constructor(private readonly messages: VisitMessages) {}

  handle({ visitId }: VisitCorrectionAsked): Promise<void> {
    return this.messages.tellApplicant(visitId, 'correction-asked');
  }
}

@EventsHandler(VisitChanged)
export class TellApplicantWhenVisitChanged implements IEventHandler<VisitChanged> {
  constructor(private readonly messages: VisitMessages) {}

  handle({ visitId }: VisitChanged): Promise<void> {
    return this.messages.tellApplicant(visitId, 'visit-changed');
  }
}

@EventsHandler(VisitExtended)
export class TellApplicantWhenVisitExtended implements IEventHandler<VisitExtended> {
  constructor(private readonly messages: VisitMessages) {}

  handle({ visitId }: VisitExtended): Promise<void> {
    return this.messages.tellApplicant(visitId, 'extension-agreed');
  }
}

@EventsHandler(VisitExtensionRefused)
export class TellApplicantWhenExtensionRefused implements IEventHandler<VisitExtensionRefused> {
  constructor(private readonly messages: VisitMessages) {}

  handle({ visitId }: VisitExtensionRefused): Promise<void> {
    return this.messages.tellApplicant(visitId, 'extension-refused');
  }
}

@EventsHandler(VisitRevoked)
export class TellApplicantWhenVisitRevoked implements IEventHandler<VisitRevoked> {
  constructor(private readonly messages: VisitMessages) {}

  handle({ visitId }: VisitRevoked): Promise<void> {
    return this.messages.tellApplicant(visitId, 'visit-revoked');
  }
}

@EventsHandler(VisitEndMoved)
export class TellApplicantWhenEndMoved implements IEventHandler<VisitEndMoved> {
  constructor(private readonly messages: VisitMessages) {}

  handle({ visitId }: VisitEndMoved): Promise<void> {
    return this.messages.tellApplicant(visitId, 'end-moved');
  }
}
