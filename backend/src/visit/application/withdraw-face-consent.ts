import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ConsentWithdrawal } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { ErasePhotos } from '../../photo/public.js';
import { Consents } from './consents.js';

/** Withdraws every face consent of a phone and erases the photos it stood for. Again: zeros. */
export class WithdrawFaceConsent extends Command<ConsentWithdrawal> {
  /** `mobileIndex` is that of the proven phone, hexadecimal. */
  constructor(readonly mobileIndex: string) {
    super();
  }
}

@CommandHandler(WithdrawFaceConsent)
export class WithdrawFaceConsentHandler implements ICommandHandler<WithdrawFaceConsent> {
  constructor(
    private readonly consents: Consents,
    private readonly commands: CommandBus,
    private readonly clock: Clock,
  ) {}

  async execute({ mobileIndex }: WithdrawFaceConsent): Promise<ConsentWithdrawal> {
    const standing = await this.consents.standingFaceConsents(mobileIndex);
    let erasedPhotos = 0;
    for (const consent of standing) {
      const { visitId, personIndex } = consent;
      const erased = await this.commands.execute(
        new ErasePhotos({ visitId, personIndex, kind: 'face' }, 'consent-withdrawn'),
      );
      consent.withdraw(erased, this.clock.now());
      erasedPhotos += erased;
    }
    return { withdrawn: standing.length, erasedPhotos };
  }
}
