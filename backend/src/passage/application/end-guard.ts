import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Guards, GuardSessions } from './guards.js';

/** A guard works here no longer; a running shift of his ends at once. */
export class EndGuard extends Command<void> {
  constructor(
    readonly guardId: string,
    readonly campusIds: string[] | null,
  ) {
    super();
  }
}

@CommandHandler(EndGuard)
export class EndGuardHandler implements ICommandHandler<EndGuard> {
  constructor(
    private readonly guards: Guards,
    private readonly sessions: GuardSessions,
    private readonly clock: Clock,
  ) {}

  async execute({ guardId, campusIds }: EndGuard): Promise<void> {
    const guard = await this.guards.withId(guardId);
    if (campusIds && !campusIds.includes(guard.campusId)) throw new DomainError('guard.not-found');
    guard.end(this.clock.now());
    await this.sessions.endOf(guardId, this.clock.now());
  }
}
