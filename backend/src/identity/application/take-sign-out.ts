import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** Takes up a sign-out that was sent to the provider; answers where to go on, null when nothing was sent. */
export class TakeSignOut extends Command<string | null> {
  constructor(
    readonly provider: string,
    readonly requestId: string,
    readonly handle: string,
  ) {
    super();
  }
}

@CommandHandler(TakeSignOut)
export class TakeSignOutHandler implements ICommandHandler<TakeSignOut> {
  constructor(
    private readonly attempts: SignInAttempts,
    private readonly clock: Clock,
  ) {}

  async execute(request: TakeSignOut): Promise<string | null> {
    return (await this.attempts.takeRequest(request, this.clock.now()))?.next ?? null;
  }
}
