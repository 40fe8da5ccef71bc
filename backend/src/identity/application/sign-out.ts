import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { type EndedSession, StaffSessions } from './sessions.js';
import { SignInJournal } from './sign-in-journal.js';

/** Ends the session of this token, if there is one. */
export class SignOut extends Command<EndedSession | null> {
  constructor(readonly token: string) {
    super();
  }
}

@CommandHandler(SignOut)
export class SignOutHandler implements ICommandHandler<SignOut> {
  constructor(
    private readonly sessions: StaffSessions,
    private readonly journal: SignInJournal,
    private readonly clock: Clock,
  ) {}

  async execute({ token }: SignOut): Promise<EndedSession | null> {
    const ended = await this.sessions.revoke(token, this.clock.now());
    if (ended) await this.journal.signedOut(ended.staffId);
    return ended;
  }
}
