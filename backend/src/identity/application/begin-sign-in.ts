import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { type SignInAttempt, SignInAttempts } from './sign-in-attempts.js';

/** A CAS login page may stay open for as long; SAML requests end earlier, by their own rule. */
const CAS_TIME = 10 * 60_000;
const SAML_TIME = 5 * 60_000;

/** Remembers that this browser went off to sign in. */
export class BeginSignIn extends Command<void> {
  constructor(
    readonly handle: string,
    readonly attempt: SignInAttempt,
  ) {
    super();
  }
}

@CommandHandler(BeginSignIn)
export class BeginSignInHandler implements ICommandHandler<BeginSignIn> {
  constructor(
    private readonly attempts: SignInAttempts,
    private readonly clock: Clock,
  ) {}

  async execute({ handle, attempt }: BeginSignIn): Promise<void> {
    const now = this.clock.now();
    const time = attempt.requestId === null ? CAS_TIME : SAML_TIME;
    await this.attempts.keep(handle, attempt, now, new Date(now.getTime() + time));
  }
}
