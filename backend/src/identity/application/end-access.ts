import {
  Command,
  CommandBus,
  CommandHandler,
  EventsHandler,
  type ICommandHandler,
  type IEventHandler,
} from '@nestjs/cqrs';
import { StaffLeft } from '../../directory/public.js';
import { Clock } from '../../kernel/clock.js';
import { WithinTransaction } from '../../kernel/within-transaction.js';
import { LeaversAccess } from './leavers-access.js';

/** Ends every session of a member of staff and takes back his roles, for good: whoever returns is granted them anew. */
export class EndAccess extends Command<void> {
  constructor(readonly staffId: string) {
    super();
  }
}

@CommandHandler(EndAccess)
export class EndAccessHandler implements ICommandHandler<EndAccess> {
  constructor(
    private readonly access: LeaversAccess,
    private readonly clock: Clock,
  ) {}

  async execute({ staffId }: EndAccess): Promise<void> {
    const now = this.clock.now();
    await this.access.endSessions(staffId, now);
    for (const grant of await this.access.grantsOf(staffId)) grant.end(now);
  }
}

@WithinTransaction()
@EventsHandler(StaffLeft)
export class EndAccessWhenStaffLeft implements IEventHandler<StaffLeft> {
  constructor(private readonly commands: CommandBus) {}

  handle({ staffId }: StaffLeft): Promise<void> {
    return this.commands.execute(new EndAccess(staffId));
  }
}
