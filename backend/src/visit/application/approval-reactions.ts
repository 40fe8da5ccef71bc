import { CommandBus, EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { ApprovalGranted, ApprovalRefused, OpenApproval, WithdrawApproval } from '../../approval/public.js';
import { Hosts } from '../../directory/public.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { type ApprovalRoute, routeFor, Rules } from '../../policy/public.js';
import { WithinTransaction } from '../../kernel/within-transaction.js';
import { Screening } from '../../watchlist/public.js';
import { VisitCancelled, VisitChanged, VisitExpired, VisitRequested } from '../domain/events.js';
import { VisitBook } from '../public.js';
import { screeningKeys, severestOf } from './screening-keys.js';
import { Visits } from './visits.js';

/** A requested or changed visit asks its host, in the same transaction: no application without somebody who has to answer. */
@WithinTransaction()
@EventsHandler(VisitRequested, VisitChanged)
export class OpenApprovalWhenVisitRequested implements IEventHandler<VisitRequested | VisitChanged> {
  constructor(
    private readonly visits: Visits,
    private readonly hosts: Hosts,
    private readonly rules: Rules,
    private readonly book: VisitBook,
    private readonly screening: Screening,
    private readonly commands: CommandBus,
  ) {}

  async handle({ visitId, at }: VisitRequested | VisitChanged): Promise<void> {
    const visit = await this.visits.withId(visitId);
    const host = await this.hosts.withId(visit.hostId);
    if (!host) throw new DomainError('visit.host-not-matched');
    const { leader, reasons } = await this.routeOf(visitId, visit.purpose, host.isLeader, at);
    await this.commands.execute(
      new OpenApproval({ kind: 'visit', id: visitId }, { id: host.id, name: host.name }, leader, reasons),
    );
  }

  private async routeOf(visitId: string, purpose: string, hostIsLeader: boolean, at: Date): Promise<ApprovalRoute> {
    const { party, period, plate, transport } = await this.book.facts(visitId);
    const { settings } = await this.rules.current();
    const watchLevel = severestOf(await this.screening.levels(screeningKeys(party, plate), at));
    const vehicle = transport === 'car';
    return routeFor({ purpose, ...period, partySize: party.length, vehicle, watchLevel, hostIsLeader }, settings);
  }
}

@WithinTransaction()
@EventsHandler(ApprovalGranted)
export class ApproveVisitWhenGranted implements IEventHandler<ApprovalGranted> {
  constructor(
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  async handle({ subjectKind, subjectId }: ApprovalGranted): Promise<void> {
    if (subjectKind === 'visit') (await this.visits.withId(subjectId)).approve(this.clock.now());
  }
}

@WithinTransaction()
@EventsHandler(ApprovalRefused)
export class DeclineVisitWhenRefused implements IEventHandler<ApprovalRefused> {
  constructor(
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  async handle({ subjectKind, subjectId }: ApprovalRefused): Promise<void> {
    if (subjectKind === 'visit') (await this.visits.withId(subjectId)).decline(this.clock.now());
  }
}

@WithinTransaction()
@EventsHandler(VisitCancelled, VisitExpired)
export class WithdrawApprovalWhenVisitEnds implements IEventHandler<VisitCancelled | VisitExpired> {
  constructor(private readonly commands: CommandBus) {}

  handle({ visitId }: VisitCancelled | VisitExpired): Promise<void> {
    return this.commands.execute(new WithdrawApproval('visit', visitId));
  }
}
