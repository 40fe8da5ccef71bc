import { CommandBus, EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import {
  ApprovalGranted,
  ApprovalRefused,
  type LeaderRule,
  OpenApproval,
  WithdrawApproval,
} from '../../approval/public.js';
import { Hosts } from '../../directory/public.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { needsLeader, Rules } from '../../policy/public.js';
import { WithinTransaction } from '../../kernel/within-transaction.js';
import { VisitCancelled, VisitChanged, VisitExpired, VisitRequested } from '../domain/events.js';
import { Visits } from './visits.js';

/** A requested or changed visit asks its host, in the same transaction: no application without somebody who has to answer. */
@WithinTransaction()
@EventsHandler(VisitRequested, VisitChanged)
export class OpenApprovalWhenVisitRequested implements IEventHandler<VisitRequested | VisitChanged> {
  constructor(
    private readonly visits: Visits,
    private readonly hosts: Hosts,
    private readonly rules: Rules,
    private readonly commands: CommandBus,
  ) {}

  async handle({ visitId }: VisitRequested | VisitChanged): Promise<void> {
    const visit = await this.visits.withId(visitId);
    const host = await this.hosts.withId(visit.hostId);
    if (!host) throw new DomainError('visit.host-not-matched');
    const { settings } = await this.rules.current();
    // A leader who is visited himself answers alone.
    const mustAsk = needsLeader(settings, visit.party.length) && !host.isLeader;
    const rule: LeaderRule = mustAsk ? 'always' : settings.approval.leader === 'never' ? 'never' : 'host-may-add';
    await this.commands.execute(
      new OpenApproval({ kind: 'visit', id: visitId }, { id: host.id, name: host.name }, rule),
    );
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
