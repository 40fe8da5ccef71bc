import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { VisitorSessions } from './sessions.js';
import { OneTimeCodes } from './one-time-codes.js';

/** Removes every session and code of a number, and with them all that identity knows of it. */
export class ForgetMobile extends Command<void> {
  constructor(readonly mobileIndex: Buffer) {
    super();
  }
}

@CommandHandler(ForgetMobile)
export class ForgetMobileHandler implements ICommandHandler<ForgetMobile> {
  constructor(
    private readonly sessions: VisitorSessions,
    private readonly codes: OneTimeCodes,
  ) {}

  async execute({ mobileIndex }: ForgetMobile): Promise<void> {
    await this.sessions.forget(mobileIndex);
    await this.codes.forget(mobileIndex);
  }
}
