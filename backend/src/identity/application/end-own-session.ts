import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { StaffSessions } from './sessions.js';
import { SignInJournal } from './sign-in-journal.js';

/** Ends one of one's own sessions: a phone that was lost, a computer in a lecture hall. */
export class EndOwnSession extends Command<void> {
  constructor(
    readonly staffId: string,
    readonly sessionId: string,
  ) {
    super();
  }
}

@CommandHandler(EndOwnSession)
export class EndOwnSessionHandler implements ICommandHandler<EndOwnSession> {
  constructor(
    private readonly sessions: StaffSessions,
    private readonly journal: SignInJournal,
    private readonly clock: Clock,
  ) {}

  async execute({ staffId, sessionId }: EndOwnSession): Promise<void> {
    if (!(await this.sessions.revokeOwn(staffId, sessionId, this.clock.now())))
      throw new DomainError('request.not-found');
    await this.journal.sessionEnded(staffId, 'owner', null);
  }
}
