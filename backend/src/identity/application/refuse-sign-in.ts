import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ErrorCode } from '@gatehouse/contract';
import { ProviderUnreachable, RefusedSignIn } from './refused-sign-in.js';
import { SignInJournal } from './sign-in-journal.js';

/** Writes down that a sign-in did not hold, with the exact reason that the person is not told. */
export class RefuseSignIn extends Command<ErrorCode> {
  constructor(
    readonly provider: string,
    readonly error: unknown,
  ) {
    super();
  }
}

/** Answers the code to show. What is no refusal is thrown on. */
@CommandHandler(RefuseSignIn)
export class RefuseSignInHandler implements ICommandHandler<RefuseSignIn> {
  constructor(private readonly journal: SignInJournal) {}

  async execute({ provider, error }: RefuseSignIn): Promise<ErrorCode> {
    const isRefused = error instanceof RefusedSignIn;
    if (!isRefused && !(error instanceof ProviderUnreachable)) throw error;
    await this.journal.refused(provider, null, error.reason);
    return isRefused ? 'auth.provider-refused' : 'auth.provider-unreachable';
  }
}
