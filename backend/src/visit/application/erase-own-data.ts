import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ErasureReceipt } from '@gatehouse/contract';
import { ForgetMobile } from '../../identity/public.js';
import { campusDay } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { ErasureBook } from './erasure-book.js';
import { VisitEraser } from './visit-eraser.js';
import { WithdrawFaceConsent } from './withdraw-face-consent.js';

/** How old the proof of the phone may be. */
const FRESH_MS = 10 * 60_000;

/** Erases everything held of the visits applied for with a phone. The same key again gives the same receipt. */
export class EraseOwnData extends Command<ErasureReceipt> {
  constructor(
    readonly requestKey: string,
    readonly mobileIndex: Buffer,
    readonly provenAt: Date,
  ) {
    super();
  }
}

@CommandHandler(EraseOwnData)
export class EraseOwnDataHandler implements ICommandHandler<EraseOwnData> {
  constructor(
    private readonly eraser: VisitEraser,
    private readonly book: ErasureBook,
    private readonly commands: CommandBus,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ requestKey, mobileIndex, provenAt }: EraseOwnData): Promise<ErasureReceipt> {
    const now = this.clock.now();
    const earlier = await this.book.claim(requestKey);
    if (earlier) return earlier;
    if (now.getTime() - provenAt.getTime() > FRESH_MS) throw new DomainError('auth.fresh-code-needed');
    const visits = await this.book.visitsOf(mobileIndex.toString('hex'));
    const ids = visits.flatMap(({ id, held }) => (held ? [] : [id]));
    if (await this.book.isSomebodyInside(ids)) throw new DomainError('erasure.somebody-inside');
    await this.commands.execute(new WithdrawFaceConsent(mobileIndex.toString('hex')));
    for (const id of ids) await this.eraser.erase(id, 'erased-by-visitor', now);
    await this.book.forgetInvited(mobileIndex.toString('hex'));
    await this.commands.execute(new ForgetMobile(mobileIndex));
    const receipt = `E${campusDay(now).replaceAll('-', '')}${this.ids.digits(8)}`;
    return this.book.write(requestKey, {
      receipt,
      erasedAt: now.toISOString(),
      visits: ids.length,
      held: visits.length - ids.length,
    });
  }
}
