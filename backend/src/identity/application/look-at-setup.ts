import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type SetupOffer } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Settings } from '../../platform/settings.js';
import { LocalAccounts, Secrets } from './local-accounts.js';
import { SetupLinks } from './setup-links.js';

/** Somebody opened a set-up link: shows the secret for his authenticator app, the same each time. */
export class LookAtSetup extends Command<SetupOffer> {
  constructor(readonly token: string) {
    super();
  }
}

@CommandHandler(LookAtSetup)
export class LookAtSetupHandler implements ICommandHandler<LookAtSetup> {
  constructor(
    private readonly links: SetupLinks,
    private readonly accounts: LocalAccounts,
    private readonly secrets: Secrets,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async execute({ token }: LookAtSetup): Promise<SetupOffer> {
    const link = await this.links.open(token, this.clock.now());
    if (!link) throw new DomainError('setup.link-invalid');
    const account = link.accountId ? await this.accounts.active(link.accountId) : null;
    const sealed = link.totpSealed ?? (await this.secrets.newTotp());
    if (!link.totpSealed) await this.links.keepTotp(link.id, sealed);
    const secret = await this.secrets.totpText(sealed);
    const { ORGANISATION: organisation } = this.settings;
    const issuer = encodeURIComponent(`Gatehouse ${organisation}`);
    const label = encodeURIComponent(account?.login ?? 'admin');
    return {
      organisation,
      login: account?.login ?? null,
      secret,
      otpauth: `otpauth://totp/${issuer}:${label}?secret=${secret}&issuer=${issuer}`,
      expiresAt: link.expiresAt.toISOString(),
    };
  }
}
