import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Locale } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import {
  CODE_DIGITS,
  codeExpiry,
  EVERYBODY,
  REMEMBERED,
  RESEND_AFTER,
  RESERVE,
  secondsToWait,
} from '../domain/one-time-code.js';
import { CodeSender } from '../public.js';
import { OneTimeCodes } from './one-time-codes.js';

/** Sends a one-time code to a number, known or not. Answers the seconds until the next may be asked for. */
export class SendCode extends Command<number> {
  constructor(
    readonly mobile: string,
    readonly mobileIndex: Buffer,
    readonly handle: string,
    /** the browser proved this number before: it has a small reserve that strangers cannot use up */
    readonly reserved: boolean,
    readonly locale: Locale,
  ) {
    super();
  }
}

@CommandHandler(SendCode)
export class SendCodeHandler implements ICommandHandler<SendCode> {
  constructor(
    private readonly codes: OneTimeCodes,
    private readonly sender: CodeSender,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ mobile, mobileIndex, handle, reserved, locale }: SendCode): Promise<number> {
    const now = this.clock.now();
    const sent = await this.codes.sentSince(mobileIndex, reserved, new Date(now.getTime() - REMEMBERED));
    const retryAfter = secondsToWait(sent, now, reserved ? RESERVE : EVERYBODY);
    if (retryAfter > 0) throw new DomainError('auth.code-too-many', { retryAfter });
    const digits = this.ids.digits(CODE_DIGITS);
    await this.codes.keep({ mobileIndex, handle, reserved, digits, sentAt: now, expiresAt: codeExpiry(now) });
    await this.sender.send(mobile, digits, locale);
    return RESEND_AFTER;
  }
}
