import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { VisitorSessions } from './sessions.js';
import { SignInJournal } from './sign-in-journal.js';

/** Ends the visitor's session of this token, if there is one. */
export class EndVisitorSession extends Command<void> {
  constructor(readonly token: string) {
    super();
  }
}

@CommandHandler(EndVisitorSession)
export class EndVisitorSessionHandler implements ICommandHandler<EndVisitorSession> {
  constructor(
    private readonly sessions: VisitorSessions,
    private readonly journal: SignInJournal,
    private readonly clock: Clock,
  ) {}

  async execute({ token }: EndVisitorSession): Promise<void> {
    const mobileIndex = await this.sessions.revoke(token, this.clock.now());
    if (mobileIndex) await this.journal.visitorSignedOut(mobileIndex);
  }
}
