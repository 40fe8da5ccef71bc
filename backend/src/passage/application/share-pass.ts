import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type PassShare } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { PassShares } from './pass-shares.js';
import { Passes } from './passes.js';

/** The applicant makes the link that brings a companion's pass to the companion's own phone. */
export class SharePass extends Command<PassShare> {
  constructor(
    readonly passId: string,
    readonly mobileIndex: Uint8Array,
  ) {
    super();
  }
}

@CommandHandler(SharePass)
export class SharePassHandler implements ICommandHandler<SharePass> {
  constructor(
    private readonly passes: Passes,
    private readonly shares: PassShares,
    private readonly clock: Clock,
  ) {}

  async execute({ passId, mobileIndex }: SharePass): Promise<PassShare> {
    const now = this.clock.now();
    const pass = await this.passes.ofApplicant(mobileIndex, passId);
    const until = pass.share(now);
    const token = await this.shares.open(passId, now, until);
    return { path: `/visit/p/${token}`, expiresAt: until.toISOString() };
  }
}
