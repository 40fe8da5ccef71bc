import { CommandBus, EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { WithinTransaction } from '../../kernel/within-transaction.js';
import { VisitApproved, VisitCancelled, VisitChanged, VisitDeclined, VisitExtended } from '../../visit/public.js';
import { ExtendPasses } from './extend-passes.js';
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

/** Until the changed visit is approved again. Where it was not approved yet there is no pass to take back. */
@WithinTransaction()
@EventsHandler(VisitChanged)
export class RevokePassesWhenVisitChanged implements IEventHandler<VisitChanged> {
  constructor(private readonly commands: CommandBus) {}

  handle({ visitId }: VisitChanged): Promise<void> {
    return this.commands.execute(new RevokePasses(visitId, 'visit-changed'));
  }
}

@WithinTransaction()
@EventsHandler(VisitExtended)
export class ExtendPassesWhenVisitExtended implements IEventHandler<VisitExtended> {
  constructor(private readonly commands: CommandBus) {}

  handle({ visitId }: VisitExtended): Promise<void> {
    return this.commands.execute(new ExtendPasses(visitId));
  }
}
