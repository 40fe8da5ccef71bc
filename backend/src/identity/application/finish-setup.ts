import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type SetupInput } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { DomainError, type FieldError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { Settings } from '../../platform/settings.js';
import { type Credentials, LocalAccount } from '../domain/local-account.js';
import { isLogin, passwordFault } from '../domain/password-rule.js';
import { LeaversAccess } from './leavers-access.js';
import { LocalAccounts, Secrets } from './local-accounts.js';
import { type OpenLink, SetupLinks } from './setup-links.js';

export interface FinishedSetup {
  accountId: string;
  name: string;
  recoveryCodes: string[];
}

/** Makes the local account, or gives it a new password and second factor. The link works once. */
export class FinishSetup extends Command<FinishedSetup> {
  constructor(readonly input: SetupInput) {
    super();
  }
}

@CommandHandler(FinishSetup)
export class FinishSetupHandler implements ICommandHandler<FinishSetup> {
  constructor(
    private readonly links: SetupLinks,
    private readonly accounts: LocalAccounts,
    private readonly secrets: Secrets,
    private readonly access: LeaversAccess,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ input }: FinishSetup): Promise<FinishedSetup> {
    const now = this.clock.now();
    const link = await this.links.open(input.token, now);
    if (!link?.totpSealed) throw new DomainError('setup.link-invalid');
    const known = link.accountId ? await this.accounts.active(link.accountId) : null;
    if (link.accountId && !known) throw new DomainError('setup.link-invalid');
    const [login, name] = [known?.login ?? input.login.trim(), input.name.trim()];
    const totpStep = await this.secrets.stepOf(input.code, link.totpSealed, now);
    await this.check(input, login, known !== null, totpStep);
    const recovery = this.secrets.recoveryCodes();
    const credentials: Credentials = {
      passwordHash: await this.secrets.hashPassword(input.password),
      totpSealed: link.totpSealed,
      totpStep: totpStep ?? 0,
      recoveryHashes: recovery.map(({ hash }) => hash),
    };
    const account = await this.keep(link, known, { login, name, ...credentials }, now);
    await this.links.use(link, now);
    return { accountId: account.id, name: account.name, recoveryCodes: recovery.map(({ code }) => code) };
  }

  private async keep(
    { madeBy }: OpenLink,
    known: LocalAccount | null,
    made: Credentials & { login: string; name: string },
    now: Date,
  ): Promise<LocalAccount> {
    if (!known) {
      const account = LocalAccount.open({ id: this.ids.uuid(), madeBy, ...made }, now);
      this.accounts.add(account);
      return account;
    }
    known.renew(made, made.name, now);
    await this.access.endSessions(known.id, now);
    return known;
  }

  private async check({ password }: SetupInput, login: string, isKnown: boolean, step: number | null): Promise<void> {
    const faults: FieldError[] = [];
    if (!isKnown && !isLogin(login)) faults.push({ path: 'login', code: 'setup.login-shape' });
    else if (!isKnown && (await this.accounts.withLogin(login)))
      faults.push({ path: 'login', code: 'setup.login-taken' });
    const fault = passwordFault(password, login, [this.settings.ORGANISATION, this.settings.ORGANISATION_EN]);
    if (fault) faults.push({ path: 'password', code: fault });
    if (step === null) faults.push({ path: 'code', code: 'setup.code-wrong' });
    if (faults.length > 0) throw new DomainError('request.invalid', {}, faults);
  }
}
