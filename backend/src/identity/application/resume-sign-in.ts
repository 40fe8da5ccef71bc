import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { type SignInAttemptTaken, SignInAttempts } from './sign-in-attempts.js';

/** Takes up what this browser began with this provider; null when it began nothing, or too long ago. */
export class ResumeSignIn extends Command<SignInAttemptTaken | null> {
  constructor(
    readonly browser: string,
    readonly provider: string,
  ) {
    super();
  }
}

@CommandHandler(ResumeSignIn)
export class ResumeSignInHandler implements ICommandHandler<ResumeSignIn> {
  constructor(
    private readonly attempts: SignInAttempts,
    private readonly clock: Clock,
  ) {}

  execute({ browser, provider }: ResumeSignIn): Promise<SignInAttemptTaken | null> {
    return this.attempts.takeNewest(browser, provider, this.clock.now());
  }
}
