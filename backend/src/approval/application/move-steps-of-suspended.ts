import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { Hosts } from '../../directory/public.js';
import { WithinTransaction } from '../../kernel/within-transaction.js';
import { HostSuspended } from '../domain/standing-events.js';
import { Approvals } from './approvals.js';

/** What waits for a suspended host moves to a leader of the unit; without one it stays for the office to decide. */
@WithinTransaction()
@EventsHandler(HostSuspended)
export class MoveStepsWhenHostSuspended implements IEventHandler<HostSuspended> {
  constructor(
    private readonly approvals: Approvals,
    private readonly hosts: Hosts,
  ) {}

  async handle({ hostId, at }: HostSuspended): Promise<void> {
    const host = await this.hosts.withId(hostId);
    const [leader] = host ? await this.hosts.leadersFor(host) : [];
    if (!leader) return;
    for (const approval of await this.approvals.openFor(hostId))
      approval.moveStep(hostId, { id: leader.id, name: leader.name }, at);
  }
}
