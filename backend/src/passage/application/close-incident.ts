import { type IncidentFinding } from '@gatehouse/contract';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Incidents } from './incidents.js';

/** The office says what an incident was. `campusIds` bounds whose it may close; null = all. */
export class CloseIncident extends Command<void> {
  constructor(
    readonly incidentId: string,
    readonly finding: IncidentFinding,
    readonly note: string,
    readonly by: { id: string; name: string; campusIds: string[] | null },
  ) {
    super();
  }
}

@CommandHandler(CloseIncident)
export class CloseIncidentHandler implements ICommandHandler<CloseIncident> {
  constructor(
    private readonly incidents: Incidents,
    private readonly clock: Clock,
  ) {}

  async execute({ incidentId, finding, note, by }: CloseIncident): Promise<void> {
    const incident = await this.incidents.withId(incidentId);
    if (by.campusIds && !by.campusIds.includes(incident.campusId)) throw new DomainError('incident.not-found');
    incident.close(finding, note, by, this.clock.now());
  }
}
