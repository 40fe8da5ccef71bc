import { CommandBus, EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { ApprovalGranted, ApprovalRefused, DecideStep, OpenApproval, WithdrawApproval } from '../../approval/public.js';
import { Hosts } from '../../directory/public.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { WithinTransaction } from '../../kernel/within-transaction.js';
import { VisitCancelled, VisitChanged, VisitDeclined, VisitExpired, VisitRequested } from '../domain/events.js';
import { type Visit } from '../domain/visit.js';
import { Invitations } from './invitations.js';
import { OfficeCheck } from './office-check.js';
import { VisitRoute } from './visit-route.js';
import { Visits } from './visits.js';

/** A requested or changed visit asks its host, in the same transaction: no application without somebody who has to answer. */
@WithinTransaction()
@EventsHandler(VisitRequested, VisitChanged)
export class OpenApprovalWhenVisitRequested implements IEventHandler<VisitRequested | VisitChanged> {
  constructor(
    private readonly visits: Visits,
    private readonly hosts: Hosts,
    private readonly route: VisitRoute,
    private readonly invitations: Invitations,
    private readonly office: OfficeCheck,
    private readonly commands: CommandBus,
  ) {}

  async handle(event: VisitRequested | VisitChanged): Promise<void> {
    const visit = await this.visits.withId(event.visitId);
    const host = await this.hosts.withId(visit.hostId);
    if (!host) throw new DomainError('visit.host-not-matched');
    const { leader, reasons } = await this.route.of(visit, host.isLeader);
    const approver = { id: host.id, name: host.name };
    const approvalId = await this.commands.execute(
      new OpenApproval({ kind: 'visit', id: visit.id }, approver, leader, reasons),
    );
    // A host agrees beforehand to what the guest applies for first, not to what he changes it into.
    const mayBeAgreed = event instanceof VisitRequested && leader !== 'always';
    if (!mayBeAgreed || !(await this.isAgreedBeforehand(visit))) return;
    await this.invitations.noteAgreedBeforehand(visit.id);
    const decision = { agree: true as const, opinion: null, leaderId: null };
    await this.commands.execute(new DecideStep(approvalId, approver, decision));
  }

  /** By the host's invitation, and unless the office has something to say about somebody of the party. */
  private async isAgreedBeforehand(visit: Visit): Promise<boolean> {
    const invitation = await this.invitations.ofVisit(visit.id);
    return Boolean(invitation?.preApproved) && !(await this.office.hasObjection(visit));
  }
}

@WithinTransaction()
@EventsHandler(ApprovalGranted)
export class ApproveVisitWhenGranted implements IEventHandler<ApprovalGranted> {
  constructor(
    private readonly visits: Visits,
    private readonly office: OfficeCheck,
    private readonly clock: Clock,
  ) {}

  /** Whoever agreed last is told to wait while the office checks; what was agreed then does not count. */
  async handle({ subjectKind, subjectId }: ApprovalGranted): Promise<void> {
    if (subjectKind !== 'visit') return;
    const visit = await this.visits.withId(subjectId);
    if (await this.office.isHolding(visit)) throw new DomainError('visit.being-checked');
    visit.approve(this.clock.now());
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
@EventsHandler(VisitCancelled, VisitDeclined, VisitExpired)
export class WithdrawApprovalWhenVisitEnds implements IEventHandler<VisitCancelled | VisitDeclined | VisitExpired> {
  constructor(private readonly commands: CommandBus) {}

  handle({ visitId }: VisitCancelled | VisitDeclined | VisitExpired): Promise<void> {
    return this.commands.execute(new WithdrawApproval('visit', visitId));
  }
}
