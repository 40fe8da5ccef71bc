import { CommandBus, EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { WithinTransaction } from '../../kernel/within-transaction.js';
import { VisitApproved, VisitCancelled, VisitDeclined } from '../../visit/public.js';
import { IssuePasses } from './issue-passes.js';
import { RevokePasses } from './revoke-passes.js';

@WithinTransaction()
@EventsHandler(VisitApproved)
export class IssuePassesWhenVisitApproved implements IEventHandler<VisitApproved> {
  constructor(private readonly commands: CommandBus) {}

  handle({ visitId }: VisitApproved): Promise<void> {
    return this.commands.execute(new IssuePasses(visitId));
  }
}

@WithinTransaction()
@EventsHandler(VisitCancelled)
export class RevokePassesWhenVisitCancelled implements IEventHandler<VisitCancelled> {
  constructor(private readonly commands: CommandBus) {}

  handle({ visitId }: VisitCancelled): Promise<void> {
    return this.commands.execute(new RevokePasses(visitId, 'visit-cancelled'));
  }
}

@WithinTransaction()
@EventsHandler(VisitDeclined)
export class RevokePassesWhenVisitDeclined implements IEventHandler<VisitDeclined> {
  constructor(private readonly commands: CommandBus) {}

  handle({ visitId }: VisitDeclined): Promise<void> {
    return this.commands.execute(new RevokePasses(visitId, 'visit-declined'));
  }
}
