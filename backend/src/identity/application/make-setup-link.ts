import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type SetupLink } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Settings } from '../../platform/settings.js';
import { LocalAccounts } from './local-accounts.js';
import { SetupLinks } from './setup-links.js';
import { SignInJournal } from './sign-in-journal.js';

const VALID_FOR = 24 * 3600_000;

/** Makes a link for another local administrator, or for a new password and second factor of one. */
export class MakeSetupLink extends Command<SetupLink> {
  constructor(
    readonly madeBy: string,
    readonly accountId: string | null = null,
  ) {
    super();
  }
}

@CommandHandler(MakeSetupLink)
export class MakeSetupLinkHandler implements ICommandHandler<MakeSetupLink> {
  constructor(
    private readonly links: SetupLinks,
    private readonly accounts: LocalAccounts,
    private readonly journal: SignInJournal,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async execute({ madeBy, accountId }: MakeSetupLink): Promise<SetupLink> {
    if (accountId && !(await this.accounts.active(accountId))) throw new DomainError('request.not-found');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + VALID_FOR);
    const token = await this.links.make(accountId, madeBy, now, expiresAt);
    await this.journal.setupLinkMade(accountId);
    // Behind the `#`, so that no proxy and no log ever sees it.
    return { url: `${this.settings.PUBLIC_URL}/console/setup#${token}`, expiresAt: expiresAt.toISOString() };
  }
}
