import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { PassShares } from './pass-shares.js';
import { Passes } from './passes.js';

/** The applicant takes link and phone of a companion's pass back: the codes on that phone stop working. */
export class TakeShareBack extends Command<void> {
  constructor(
    readonly passId: string,
    readonly mobileIndex: Uint8Array,
  ) {
    super();
  }
}

@CommandHandler(TakeShareBack)
export class TakeShareBackHandler implements ICommandHandler<TakeShareBack> {
  constructor(
    private readonly passes: Passes,
    private readonly shares: PassShares,
    private readonly clock: Clock,
  ) {}

  async execute({ passId, mobileIndex }: TakeShareBack): Promise<void> {
    const now = this.clock.now();
    const pass = await this.passes.ofApplicant(mobileIndex, passId);
    const denied = pass.takeBack(now);
    if (denied) await this.passes.deny(pass, denied, now);
    await this.shares.close(passId);
  }
}
