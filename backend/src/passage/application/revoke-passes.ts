import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { type RevokeReason } from '../domain/pass.js';
import { Passes } from './passes.js';

/** Takes back all passes of a visit. */
export class RevokePasses extends Command<void> {
  constructor(
    readonly visitId: string,
    readonly reason: RevokeReason,
  ) {
    super();
  }
}

@CommandHandler(RevokePasses)
export class RevokePassesHandler implements ICommandHandler<RevokePasses> {
  constructor(
    private readonly passes: Passes,
    private readonly clock: Clock,
  ) {}

  async execute({ visitId, reason }: RevokePasses): Promise<void> {
    for (const pass of await this.passes.ofVisit(visitId)) pass.revoke(reason, this.clock.now());
  }
}
