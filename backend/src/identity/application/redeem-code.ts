import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { VisitorSession } from '../domain/visitor-session.js';
import { OneTimeCodes } from './one-time-codes.js';
import { VisitorSessions } from './sessions.js';
import { SignInJournal } from './sign-in-journal.js';

/** Proves a phone number. Answers the token of a fresh session; null for a wrong code, whose try must stay counted. */
export class RedeemCode extends Command<string | null> {
  constructor(
    readonly mobileIndex: Buffer,
    readonly mobileMasked: string,
    readonly digits: string,
    readonly earlierToken: string | null,
  ) {
    super();
  }
}

@CommandHandler(RedeemCode)
export class RedeemCodeHandler implements ICommandHandler<RedeemCode> {
  constructor(
    private readonly codes: OneTimeCodes,
    private readonly sessions: VisitorSessions,
    private readonly journal: SignInJournal,
    private readonly clock: Clock,
  ) {}

  async execute({ mobileIndex, mobileMasked, digits, earlierToken }: RedeemCode): Promise<string | null> {
    const now = this.clock.now();
    if (!(await this.codes.redeem(mobileIndex, digits, now))) {
      await this.journal.visitorRefused(mobileIndex);
      return null;
    }
    if (earlierToken) await this.sessions.revoke(earlierToken, now);
    await this.journal.visitorSignedIn(mobileIndex);
    return this.sessions.keep(VisitorSession.begin(mobileIndex, mobileMasked, now));
  }
}
