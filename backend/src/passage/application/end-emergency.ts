import { type EndEmergencyInput } from '@gatehouse/contract';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { Emergencies } from './emergencies.js';

/** The gate is closed again. */
export class EndEmergency extends Command<void> {
  constructor(
    readonly emergencyId: string,
    readonly campusId: string,
    readonly by: string,
    readonly input: EndEmergencyInput,
  ) {
    super();
  }
}

@CommandHandler(EndEmergency)
export class EndEmergencyHandler implements ICommandHandler<EndEmergency> {
  constructor(
    private readonly emergencies: Emergencies,
    private readonly clock: Clock,
  ) {}

  async execute({ emergencyId, campusId, by, input }: EndEmergency): Promise<void> {
    const now = this.clock.now();
    const at = new Date(Math.min(Date.parse(input.at), now.getTime()));
    (await this.emergencies.withId(emergencyId, campusId)).end(by, input.lastPaper, at, now);
  }
}
