import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { StaffSessions } from './sessions.js';
import { SignInJournal } from './sign-in-journal.js';

/** What a provider says has ended: a CAS ticket, or a SAML subject with its indexes. */
export type ProviderSessionEnd = { ticketHash: Buffer } | { nameId: string; indexes: string[] };

/** Single sign-out: ends the sessions that the provider has opened. Answers how many. */
export class EndProviderSession extends Command<number> {
  constructor(
    readonly provider: string,
    readonly ended: ProviderSessionEnd,
  ) {
    super();
  }
}

@CommandHandler(EndProviderSession)
export class EndProviderSessionHandler implements ICommandHandler<EndProviderSession> {
  constructor(
    private readonly sessions: StaffSessions,
    private readonly journal: SignInJournal,
    private readonly clock: Clock,
  ) {}

  async execute({ provider, ended }: EndProviderSession): Promise<number> {
    const now = this.clock.now();
    const staffIds =
      'ticketHash' in ended
        ? await this.sessions.revokeTicket(provider, ended.ticketHash, now)
        : await this.sessions.revokeSubject(provider, ended.nameId, ended.indexes, now);
    for (const staffId of staffIds) await this.journal.sessionEnded(staffId, 'provider', provider);
    return staffIds.length;
  }
}
