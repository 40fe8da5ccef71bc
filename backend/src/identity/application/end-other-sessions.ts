import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { StaffSessions } from './sessions.js';
import { SignInJournal } from './sign-in-journal.js';

/** Ends every session of one's own but the one at hand. Harmless when there is no other. */
export class EndOtherSessions extends Command<void> {
  constructor(
    readonly staffId: string,
    /** of the session that stays */
    readonly token: string,
  ) {
    super();
  }
}

@CommandHandler(EndOtherSessions)
export class EndOtherSessionsHandler implements ICommandHandler<EndOtherSessions> {
  constructor(
    private readonly sessions: StaffSessions,
    private readonly journal: SignInJournal,
    private readonly clock: Clock,
  ) {}

  async execute({ staffId, token }: EndOtherSessions): Promise<void> {
    const ended = await this.sessions.revokeOthers(staffId, token, this.clock.now());
    for (let session = 0; session < ended; session++) await this.journal.sessionEnded(staffId, 'owner', null);
  }
}
