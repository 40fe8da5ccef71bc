import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { LocalAccounts, Secrets } from './local-accounts.js';
import { LOCAL, LocalSession } from './local-session.js';
import { type SigningBrowser, type SignInOutcome } from './sign-in-by-provider.js';
import { SignInJournal } from './sign-in-journal.js';

const REFUSAL = 'auth.local-refused';

/** Signs in a local administrator. A refusal is an answer and no error: its try must stay counted. */
export class SignInLocally extends Command<SignInOutcome> {
  constructor(
    readonly login: string,
    readonly password: string,
    readonly code: string,
    readonly browser: SigningBrowser,
  ) {
    super();
  }
}

@CommandHandler(SignInLocally)
export class SignInLocallyHandler implements ICommandHandler<SignInLocally> {
  constructor(
    private readonly accounts: LocalAccounts,
    private readonly secrets: Secrets,
    private readonly session: LocalSession,
    private readonly journal: SignInJournal,
    private readonly clock: Clock,
  ) {}

  /** An unknown account takes as long as a known one and gets the same answer. */
  async execute({ login, password, code, browser }: SignInLocally): Promise<SignInOutcome> {
    const now = this.clock.now();
    const account = await this.accounts.withLogin(login.trim().toLowerCase());
    const isPasswordRight = await this.secrets.isPassword(password, account?.passwordHash ?? null);
    const totpStep = account && (await this.secrets.stepOf(code, account.totpSealed, now));
    const proof = { isPasswordRight, totpStep, recoveryHash: this.secrets.recoveryHash(code) };
    if (account?.admits(proof, now)) return { token: await this.session.begin(account, browser) };
    await this.journal.refused(LOCAL, account, REFUSAL);
    return { refusal: REFUSAL };
  }
}
