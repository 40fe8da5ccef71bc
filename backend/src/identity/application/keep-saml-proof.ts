import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { Ids } from '../../kernel/ids.js';
import { type Claim } from '../domain/attribute-mapping.js';
import { type SamlSubject } from '../domain/staff-session.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** The browser comes for it at once; it only has to follow one redirect. */
const FETCH_TIME = 60_000;
/** An assertion lives five minutes at most, and clocks may differ by one. */
const REMEMBERED = 60 * 60_000;

export interface ValidResponse {
  provider: string;
  requestId: string;
  assertionId: string;
  /** RelayState: the handle of the attempt, as it came back */
  handle: string;
  claim: Claim;
  subject: SamlSubject;
}

/**
 * Uses up request and assertion, and keeps what they prove under a one-time code. Null for a replay: of several posts of
 * one response exactly one gets a code.
 */
export class KeepSamlProof extends Command<string | null> {
  constructor(readonly response: ValidResponse) {
    super();
  }
}

@CommandHandler(KeepSamlProof)
export class KeepSamlProofHandler implements ICommandHandler<KeepSamlProof> {
  constructor(
    private readonly attempts: SignInAttempts,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ response }: KeepSamlProof): Promise<string | null> {
    const now = this.clock.now();
    const attempt = await this.attempts.takeRequest(response, now);
    if (!attempt || attempt.purpose === 'sign-out') return null;
    const { provider, assertionId, claim, subject } = response;
    const remembered = new Date(now.getTime() + REMEMBERED);
    if (!(await this.attempts.useAssertion(provider, assertionId, remembered))) return null;
    const code = Buffer.from(this.ids.bytes(32)).toString('base64url');
    const proof = { provider, claim, subject, next: attempt.next };
    await this.attempts.keepProof(code, proof, attempt.browserHash, new Date(now.getTime() + FETCH_TIME));
    return code;
  }
}
