import { CommandBus, EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import {
  ApprovalGranted,
  ApprovalRefused,
  OpenApproval,
  ResumeApproval,
  WithdrawApproval,
} from '../../approval/public.js';
import { Hosts } from '../../directory/public.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { WithinTransaction } from '../../kernel/within-transaction.js';
import {
  VisitCancelled,
  VisitChanged,
  VisitCorrected,
  VisitEndMoved,
  VisitExpired,
  VisitExtensionAsked,
  VisitRevoked,
} from '../domain/events.js';
import { OfficeCheck } from './office-check.js';
import { VisitRoute } from './visit-route.js';
import { Visits } from './visits.js';

/**
 * A longer stay is the host's to decide, whoever decided the visit; a long-term visit goes on only as it was approved at
 * first. Its approval has the visit's id under its own kind.
 */
@WithinTransaction()
@EventsHandler(VisitExtensionAsked)
export class OpenApprovalWhenExtensionAsked implements IEventHandler<VisitExtensionAsked> {
  constructor(
    private readonly visits: Visits,
    private readonly hosts: Hosts,
    private readonly route: VisitRoute,
    private readonly commands: CommandBus,
  ) {}

  async handle({ visitId }: VisitExtensionAsked): Promise<void> {
    const visit = await this.visits.withId(visitId);
    const host = await this.hosts.withId(visit.hostId);
    if (!host) throw new DomainError('visit.host-not-matched');
    const subject = { kind: 'extension' as const, id: visitId };
    const route = visit.period.weekly ? await this.route.of(visit, host.isLeader) : null;
    await this.commands.execute(
      new OpenApproval(subject, { id: host.id, name: host.name }, route?.leader ?? 'never', route?.reasons),
    );
  }
}

@WithinTransaction()
@EventsHandler(ApprovalGranted)
export class ExtendVisitWhenGranted implements IEventHandler<ApprovalGranted> {
  constructor(
    private readonly visits: Visits,
    private readonly office: OfficeCheck,
    private readonly clock: Clock,
  ) {}

  async handle({ subjectKind, subjectId }: ApprovalGranted): Promise<void> {
    if (subjectKind !== 'extension') return;
    const visit = await this.visits.withId(subjectId);
    if (await this.office.isHolding(visit)) throw new DomainError('visit.being-checked');
    visit.extend(this.clock.now());
  }
}

@WithinTransaction()
@EventsHandler(ApprovalRefused)
export class KeepPeriodWhenExtensionRefused implements IEventHandler<ApprovalRefused> {
  constructor(
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  async handle({ subjectKind, subjectId }: ApprovalRefused): Promise<void> {
    if (subjectKind === 'extension') (await this.visits.withId(subjectId)).refuseExtension(this.clock.now());
  }
}

@WithinTransaction()
@EventsHandler(VisitCancelled, VisitExpired, VisitChanged, VisitRevoked, VisitEndMoved)
export class WithdrawExtensionWhenVisitEnds implements IEventHandler<VisitCancelled> {
  constructor(private readonly commands: CommandBus) {}

  handle({ visitId }: VisitCancelled | VisitExpired | VisitChanged | VisitRevoked | VisitEndMoved): Promise<void> {
    return this.commands.execute(new WithdrawApproval('extension', visitId));
  }
}

@WithinTransaction()
@EventsHandler(VisitCorrected)
export class ResumeApprovalWhenVisitCorrected implements IEventHandler<VisitCorrected> {
  constructor(private readonly commands: CommandBus) {}

  handle({ visitId }: VisitCorrected): Promise<void> {
    return this.commands.execute(new ResumeApproval('visit', visitId));
  }
}
