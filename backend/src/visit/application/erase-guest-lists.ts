import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { GuestReports, InvitationBatches } from './invitation-batches.js';

/** No link outlives 90 days, so nobody needs the names longer. */
export const GUEST_LIST_DAYS = 90;

/** Erases names, numbers and links of old lists. Answers how many; run again until 0. */
export class EraseGuestLists extends Command<number> {}

@CommandHandler(EraseGuestLists)
export class EraseGuestListsHandler implements ICommandHandler<EraseGuestLists> {
  constructor(
    private readonly batches: InvitationBatches,
    private readonly reports: GuestReports,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<number> {
    const now = this.clock.now();
    const old = await this.batches.keptSince(new Date(now.getTime() - GUEST_LIST_DAYS * 86_400_000));
    for (const batch of old) {
      await this.reports.destroy(batch);
      batch.erase(now);
    }
    return old.length;
  }
}
