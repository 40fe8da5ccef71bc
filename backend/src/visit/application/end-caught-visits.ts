import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { CaughtVisitsQuery } from './caught-visits.query.js';
import { HeldVisits } from './held-visits.js';
import { type VisitScope } from './staff-visits.query.js';
import { Visits } from './visits.js';

/** What visitors and hosts read. The office's own reason stands in the audit alone. */
const TOLD = { zh: '学校取消了本次来访。', en: 'The university took this visit back.' };

/** The office ends visits that a new entry of the blacklist caught: declines the pending, takes back the approved. */
export class EndCaughtVisits extends Command<void> {
  constructor(
    readonly entryId: string,
    readonly visitIds: string[],
    readonly reason: string,
    readonly scope: VisitScope,
  ) {
    super();
  }
}

@CommandHandler(EndCaughtVisits)
export class EndCaughtVisitsHandler implements ICommandHandler<EndCaughtVisits> {
  constructor(
    private readonly caught: CaughtVisitsQuery,
    private readonly visits: Visits,
    private readonly held: HeldVisits,
    private readonly clock: Clock,
  ) {}

  async execute({ entryId, visitIds, reason, scope }: EndCaughtVisits): Promise<void> {
    const open = await this.caught.of(entryId, scope);
    for (const id of new Set(visitIds)) {
      const found = open.find(({ visitId }) => visitId === id);
      // Decided or over meanwhile, or never caught: whoever chose it must look again.
      if (!found) throw new DomainError('request.conflict');
      const visit = await this.visits.withId(id);
      if (found.status === 'pending') visit.declineByOffice(TOLD[visit.locale], this.clock.now());
      else visit.revoke(TOLD[visit.locale], TOLD_BY, this.clock.now());
      await this.held.ended(id, visit.campusId, { entryId, reason: reason.trim() });
    }
  }
}

const TOLD_BY = '保卫处 Security office';
