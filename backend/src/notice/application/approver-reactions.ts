import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { StepChased, StepReminded, StepShared } from '../../approval/public.js';
import { VisitMessages } from './visit-messages.js';

@EventsHandler(StepShared)
export class TellDeputyWhenStepShared implements IEventHandler<StepShared> {
  constructor(private readonly messages: VisitMessages) {}

  handle({ approvalId, subjectKind, subjectId, deputyId }: StepShared): Promise<void> {
    return this.messages.tellApprover(approvalId, subjectKind, subjectId, deputyId, 'step-shared');
  }
}

@EventsHandler(StepReminded, StepChased)
export class RemindApproversOfWaitingStep implements IEventHandler<StepReminded | StepChased> {
  constructor(private readonly messages: VisitMessages) {}

  async handle({ approvalId, subjectKind, subjectId, approverIds }: StepReminded | StepChased): Promise<void> {
    for (const id of approverIds)
      await this.messages.tellApprover(approvalId, subjectKind, subjectId, id, 'step-waiting');
  }
}
