import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import { DelegationEnded, DelegationGiven } from './delegation-events.js';
import { type Approver } from './step.js';

const LONGEST_DAYS = 92;

export interface NewDelegation {
  id: string;
  owner: Approver;
  delegate: Approver;
  from: Date;
  until: Date;
  reason: string;
}

/** For a time somebody else may decide what comes to one's own desk. Not passed on: a delegate decides himself or not at all. */
export class Delegation extends AggregateRoot {
  private endedAt: Date | null = null;

  private constructor(
    readonly id: string,
    readonly ownerId: string,
    readonly ownerName: string,
    readonly delegateId: string,
    readonly delegateName: string,
    readonly fromAt: Date,
    readonly untilAt: Date,
    readonly reason: string,
    readonly givenAt: Date,
  ) {
    super();
  }

  /** `others` are the delegations of owner and delegate that are not over. */
  static give(
    { id, owner, delegate, from, until, reason }: NewDelegation,
    others: Delegation[],
    now: Date,
  ): Delegation {
    const days = (until.getTime() - from.getTime()) / 86_400_000;
    if (owner.id === delegate.id) throw refused('delegateId', 'delegation.to-oneself');
    if (until <= now || days <= 0 || days > LONGEST_DAYS) throw refused('until', 'delegation.period-wrong');
    const meanwhile = others.filter((other) => other.overlaps(from, until));
    if (meanwhile.some(({ ownerId }) => ownerId === owner.id)) throw refused('from', 'delegation.overlaps');
    if (meanwhile.some(({ ownerId }) => ownerId === delegate.id))
      throw refused('delegateId', 'delegation.delegate-away');
    const delegation = new Delegation(
      id, owner.id, owner.name, delegate.id, delegate.name, from, until, reason.trim(), now,
    ); // prettier-ignore
    delegation.record(new DelegationGiven(id, owner.id, delegate.id, from, until, now));
    return delegation;
  }

  /** Whether it holds at this moment. */
  holdsAt(at: Date): boolean {
    return this.endedAt === null && this.fromAt <= at && at < this.untilAt;
  }

  get delegate(): Approver {
    return { id: this.delegateId, name: this.delegateName };
  }

  /** Only whoever gave it ends it, before its time. Steps that were opened under it stay open for the delegate. */
  end(ownerId: string, now: Date): void {
    if (ownerId !== this.ownerId) throw new DomainError('delegation.not-found');
    if (this.endedAt || this.untilAt <= now) throw new DomainError('delegation.over');
    this.endedAt = now;
    this.record(new DelegationEnded(this.id, this.ownerId, this.delegateId, now));
  }

  private overlaps(from: Date, until: Date): boolean {
    return this.endedAt === null && this.fromAt < until && from < this.untilAt;
  }
}

const refused = (
  path: string,
  code: 'delegation.to-oneself' | 'delegation.period-wrong' | 'delegation.overlaps' | 'delegation.delegate-away',
) => new DomainError(code, {}, [{ path, code }]);
