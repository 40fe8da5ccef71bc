import {
  Command,
  CommandBus,
  CommandHandler,
  EventsHandler,
  type ICommandHandler,
  type IEventHandler,
} from '@nestjs/cqrs';
import { Hosts, StaffLeft } from '../../directory/public.js';
import { Clock } from '../../kernel/clock.js';
import { WithinTransaction } from '../../kernel/within-transaction.js';
import { Approvals } from './approvals.js';
import { WaitingStepsQuery } from './waiting-steps.query.js';

/** What waits for somebody who has left goes on to a leader of his unit. */
export class MoveStepsOfLeaver extends Command<void> {
  constructor(readonly staffId: string) {
    super();
  }
}

@CommandHandler(MoveStepsOfLeaver)
export class MoveStepsOfLeaverHandler implements ICommandHandler<MoveStepsOfLeaver> {
  constructor(
    private readonly approvals: Approvals,
    private readonly waiting: WaitingStepsQuery,
    private readonly hosts: Hosts,
    private readonly clock: Clock,
  ) {}

  async execute({ staffId }: MoveStepsOfLeaver): Promise<void> {
    const approvalIds = await this.waiting.approvalsOf(staffId);
    const leaver = approvalIds.length > 0 ? await this.hosts.withId(staffId) : null;
    if (!leaver) return;
    const leaders = (await this.hosts.leadersFor(leaver)).map(({ id, name }) => ({ id, name }));
    for (const id of approvalIds) (await this.approvals.withId(id)).handOver(staffId, leaders, this.clock.now());
  }
}

@WithinTransaction()
@EventsHandler(StaffLeft)
export class MoveStepsWhenStaffLeft implements IEventHandler<StaffLeft> {
  constructor(private readonly commands: CommandBus) {}

  handle({ staffId }: StaffLeft): Promise<void> {
    return this.commands.execute(new MoveStepsOfLeaver(staffId));
  }
}
