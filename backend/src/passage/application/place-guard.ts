import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Devices } from './devices.js';
import { Guards, GuardSessions } from './guards.js';

/** Says at which gates a guard works; none = at every one of the campus. He signs in anew. */
export class PlaceGuard extends Command<void> {
  constructor(
    readonly guardId: string,
    readonly gateIds: string[],
    readonly campusIds: string[] | null,
  ) {
    super();
  }
}

@CommandHandler(PlaceGuard)
export class PlaceGuardHandler implements ICommandHandler<PlaceGuard> {
  constructor(
    private readonly guards: Guards,
    private readonly sessions: GuardSessions,
    private readonly devices: Devices,
    private readonly clock: Clock,
  ) {}

  async execute({ guardId, gateIds, campusIds }: PlaceGuard): Promise<void> {
    const guard = await this.guards.withId(guardId);
    if (campusIds && !campusIds.includes(guard.campusId)) throw new DomainError('guard.not-found');
    await this.devices.checkGates(guard.campusId, gateIds);
    guard.workAt(gateIds, this.clock.now());
    await this.sessions.endOf(guardId, this.clock.now());
  }
}
