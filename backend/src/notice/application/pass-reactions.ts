import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { PassPhoneBound } from '../../passage/public.js';
import { VisitMessages } from './visit-messages.js';

/** A phone that nobody had named before has a pass: whoever sent the link must hear of it. */
@EventsHandler(PassPhoneBound)
export class TellApplicantWhenPassPhoneBound implements IEventHandler<PassPhoneBound> {
  constructor(private readonly messages: VisitMessages) {}

  handle({ visitId }: PassPhoneBound): Promise<void> {
    return this.messages.tellApplicant(visitId, 'companion-phone');
  }
}
