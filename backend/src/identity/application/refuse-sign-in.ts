import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ErrorCode } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
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

/** Reasons of people who took too long or went back in their browser: nothing is wrong but the moment. */
const late = ['saml.in-response-to', 'saml.unsolicited', 'saml.used-before', 'saml.relay-state'];

/** Answers the code to show. What is no refusal is thrown on. */
@CommandHandler(RefuseSignIn)
export class RefuseSignInHandler implements ICommandHandler<RefuseSignIn> {
  constructor(private readonly journal: SignInJournal) {}

  async execute({ provider, error }: RefuseSignIn): Promise<ErrorCode> {
    if (error instanceof DomainError && error.code === 'auth.provider-unknown') return error.code;
    const isRefused = error instanceof RefusedSignIn;
    if (!isRefused && !(error instanceof ProviderUnreachable)) throw error;
    await this.journal.refused(provider, null, error.reason);
    if (!isRefused) return 'auth.provider-unreachable';
    return late.includes(error.reason) ? 'auth.sign-in-lost' : 'auth.provider-refused';
  }
}
