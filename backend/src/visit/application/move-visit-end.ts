import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Hosts } from '../../directory/public.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { objectionsToExtension, Rules } from '../../policy/public.js';
import { type Visit } from '../domain/visit.js';
import { VisitRoute } from './visit-route.js';
import { Visits } from './visits.js';

/** The host, or who answers for the visit in his place, lets it end later (within the rules) or earlier. */
export class MoveVisitEnd extends Command<void> {
  constructor(
    readonly visitId: string,
    readonly staff: { id: string; name: string },
    readonly until: Date,
  ) {
    super();
  }
}

@CommandHandler(MoveVisitEnd)
export class MoveVisitEndHandler implements ICommandHandler<MoveVisitEnd> {
  constructor(
    private readonly visits: Visits,
    private readonly rules: Rules,
    private readonly hosts: Hosts,
    private readonly route: VisitRoute,
    private readonly clock: Clock,
  ) {}

  async execute({ visitId, staff, until }: MoveVisitEnd): Promise<void> {
    const now = this.clock.now();
    const visit = await this.visits.answeredForBy(staff.id, visitId, now);
    const { period, party } = visit.contents;
    if (until > period.until) {
      const rulebook = await this.rules.current();
      const longer = {
        ...period,
        until,
        companions: party.length - 1,
        purpose: visit.purpose,
        campusId: visit.campusId,
      };
      const objections = objectionsToExtension(longer, rulebook, now);
      if (objections.length > 0) throw new DomainError('request.invalid', {}, objections);
    }
    // What a leader approved goes on only when he approves it again.
    if (until > period.until && period.weekly && (await this.needsLeader(visit)))
      visit.askForRenewal(until, RENEWED_BY_HOST[visit.locale], staff.name, now);
    else visit.moveEnd(until, staff.name, now);
  }
  private async needsLeader(visit: Visit): Promise<boolean> {
    const host = await this.hosts.withId(visit.hostId);
    return (await this.route.of(visit, host?.isLeader ?? false)).leader === 'always';
  }
}

const RENEWED_BY_HOST = { zh: '被访人续期', en: 'Renewed by the host' };
