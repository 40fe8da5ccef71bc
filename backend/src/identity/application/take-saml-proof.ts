import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { type KeptProof, SignInAttempts } from './sign-in-attempts.js';

/** Fetches what a SAML response has proven. A code works once, within a minute, in the browser that began. */
export class TakeSamlProof extends Command<KeptProof | null> {
  constructor(
    readonly code: string,
    readonly browser: string,
  ) {
    super();
  }
}

@CommandHandler(TakeSamlProof)
export class TakeSamlProofHandler implements ICommandHandler<TakeSamlProof> {
  constructor(
    private readonly attempts: SignInAttempts,
    private readonly clock: Clock,
  ) {}

  execute({ code, browser }: TakeSamlProof): Promise<KeptProof | null> {
    return this.attempts.takeProof(code, browser, this.clock.now());
  }
}
