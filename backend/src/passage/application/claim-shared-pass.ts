import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { PassShares } from './pass-shares.js';
import { Passes } from './passes.js';

/** A companion opens the link on a phone that he proved. Answers the pass that this phone may now open. */
export class ClaimSharedPass extends Command<string> {
  constructor(
    readonly token: string,
    readonly mobileIndex: Buffer,
    readonly mobileMasked: string,
  ) {
    super();
  }
}

@CommandHandler(ClaimSharedPass)
export class ClaimSharedPassHandler implements ICommandHandler<ClaimSharedPass> {
  constructor(
    private readonly shares: PassShares,
    private readonly passes: Passes,
    private readonly clock: Clock,
  ) {}

  async execute({ token, mobileIndex, mobileMasked }: ClaimSharedPass): Promise<string> {
    const now = this.clock.now();
    const shared = await this.shares.withToken(token, now);
    if (!shared) throw new DomainError('pass.link-over');
    const { passId, applicantIndex, phoneIndex } = shared;
    if (applicantIndex?.equals(mobileIndex) || phoneIndex?.equals(mobileIndex)) return passId;
    if (phoneIndex || !(await this.shares.bind(passId, mobileIndex, mobileMasked, now)))
      throw new DomainError('pass.not-your-phone');
    (await this.passes.withId(passId)).bound(now);
    return passId;
  }
}
