import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Hosts } from '../../directory/public.js';
import { Clock } from '../../kernel/clock.js';
import { StaffSession } from '../domain/staff-session.js';
import { StaffSessions } from './sessions.js';
import { SignInJournal } from './sign-in-journal.js';

/**
 * Signs in the member of staff whom an identity provider has proven. Answers the token of a fresh session; null when
 * refused, which is a fact to be kept and therefore no exception.
 */
export class SignInByProvider extends Command<string | null> {
  constructor(
    readonly provider: string,
    readonly staffNumber: string,
    /** token of the session the browser had before: it ends, so that nobody can plant one */
    readonly earlierToken: string | null,
  ) {
    super();
  }
}

@CommandHandler(SignInByProvider)
export class SignInByProviderHandler implements ICommandHandler<SignInByProvider> {
  constructor(
    private readonly hosts: Hosts,
    private readonly sessions: StaffSessions,
    private readonly journal: SignInJournal,
    private readonly clock: Clock,
  ) {}

  async execute({ provider, staffNumber, earlierToken }: SignInByProvider): Promise<string | null> {
    const staff = await this.hosts.withNumber(staffNumber);
    if (!staff?.active) {
      await this.journal.refused(provider, staff);
      return null;
    }
    const now = this.clock.now();
    if (earlierToken) await this.sessions.revoke(earlierToken, now);
    await this.journal.signedIn(staff, provider);
    return this.sessions.keep(StaffSession.begin(staff.id, provider, now));
  }
}
