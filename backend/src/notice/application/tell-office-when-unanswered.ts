import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { StepEscalated } from '../../approval/public.js';
import { OfficeMessages } from './office-messages.js';

/** A step that nobody answered has come to the security office. */
@EventsHandler(StepEscalated)
export class TellOfficeWhenStepUnanswered implements IEventHandler<StepEscalated> {
  constructor(private readonly messages: OfficeMessages) {}

  async handle({ subjectId, level }: StepEscalated): Promise<void> {
    if (level === 'office') await this.messages.tellUnanswered(subjectId);
  }
}
