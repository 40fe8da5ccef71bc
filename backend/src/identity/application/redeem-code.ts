import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { VisitorSession } from '../domain/visitor-session.js';
import { OneTimeCodes, type Redeemed } from './one-time-codes.js';
import { VisitorSessions } from './sessions.js';
import { SignInJournal } from './sign-in-journal.js';

/** The token of a fresh session, or what was wrong with the code. */
export type RedeemAnswer = { token: string } | { refused: Exclude<Redeemed, 'accepted'> };

/** Proves a phone number. A wrong code is an answer and no error: its try must stay counted. */
export class RedeemCode extends Command<RedeemAnswer> {
  constructor(
    readonly mobileIndex: Buffer,
    readonly mobileMasked: string,
    readonly handle: string,
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

  async execute({ mobileIndex, mobileMasked, handle, digits, earlierToken }: RedeemCode): Promise<RedeemAnswer> {
    const now = this.clock.now();
    const redeemed = await this.codes.redeem(mobileIndex, handle, digits, now);
    if (redeemed !== 'accepted') {
      await this.journal.visitorRefused(mobileIndex);
      return { refused: redeemed };
    }
    if (earlierToken) await this.sessions.revoke(earlierToken, now);
    await this.journal.visitorSignedIn(mobileIndex);
    return { token: await this.sessions.keep(VisitorSession.begin(mobileIndex, mobileMasked, now)) };
  }
}
