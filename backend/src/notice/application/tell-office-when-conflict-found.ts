import { type IncidentKind } from '@gatehouse/contract';
import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { ConflictFound } from '../../passage/public.js';
import { IncidentMessages } from './incident-messages.js';

@EventsHandler(ConflictFound)
export class TellOfficeWhenConflictFound implements IEventHandler<ConflictFound> {
  constructor(private readonly messages: IncidentMessages) {}

  handle({ incidentId, campusId, kind }: ConflictFound): Promise<void> {
    return this.messages.tellFound(incidentId, campusId, kind as IncidentKind);
  }
}
