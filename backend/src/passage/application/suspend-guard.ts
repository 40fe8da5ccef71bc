import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Guards, GuardSessions } from './guards.js';

/** A guard may not work until he is let back (`reason` null = he is, now); a running shift of his ends at once. */
export class SuspendGuard extends Command<void> {
  constructor(
    readonly guardId: string,
    readonly reason: string | null,
    readonly campusIds: string[] | null,
  ) {
    super();
  }
}

@CommandHandler(SuspendGuard)
export class SuspendGuardHandler implements ICommandHandler<SuspendGuard> {
  constructor(
    private readonly guards: Guards,
    private readonly sessions: GuardSessions,
    private readonly clock: Clock,
  ) {}

  async execute({ guardId, reason, campusIds }: SuspendGuard): Promise<void> {
    const guard = await this.guards.withId(guardId);
    if (campusIds && !campusIds.includes(guard.campusId)) throw new DomainError('guard.not-found');
    const now = this.clock.now();
    if (reason === null) return guard.resume(now);
    guard.suspend(reason, now);
    await this.sessions.endOf(guardId, now);
  }
}
