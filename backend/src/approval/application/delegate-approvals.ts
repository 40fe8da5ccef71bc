import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Hosts } from '../../directory/public.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { Delegation } from '../domain/delegation.js';
import { Delegations } from './delegations.js';

/** For a time a colleague of the same unit, or its leader, decides as well. Answers the delegation's id. */
export class DelegateApprovals extends Command<string> {
  constructor(
    readonly ownerId: string,
    readonly delegateId: string,
    readonly from: Date,
    readonly until: Date,
    readonly reason: string,
  ) {
    super();
  }
}

@CommandHandler(DelegateApprovals)
export class DelegateApprovalsHandler implements ICommandHandler<DelegateApprovals> {
  constructor(
    private readonly delegations: Delegations,
    private readonly hosts: Hosts,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ ownerId, delegateId, from, until, reason }: DelegateApprovals): Promise<string> {
    const now = this.clock.now();
    const owner = await this.hosts.withId(ownerId);
    const delegate = await this.hosts.withId(delegateId);
    if (!owner || !delegate?.active || delegate.unitId !== owner.unitId)
      throw new DomainError('delegation.delegate-unknown', {}, [
        { path: 'delegateId', code: 'delegation.delegate-unknown' },
      ]);
    const others = await this.delegations.openOf([owner.id, delegate.id], now);
    const delegation = Delegation.give({ id: this.ids.uuid(), owner, delegate, from, until, reason }, others, now);
    this.delegations.add(delegation);
    return delegation.id;
  }
}
