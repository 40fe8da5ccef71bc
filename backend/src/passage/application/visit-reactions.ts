import { CommandBus, EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { WithinTransaction } from '../../kernel/within-transaction.js';
import {
  VisitApproved,
  VisitCancelled,
  VisitChanged,
  VisitDeclined,
  VisitEndMoved,
  VisitExtended,
  VisitRevoked,
  VisitOfficeSaidLeft,
  VisitStayAnswered,
} from '../../visit/public.js';
import { MovePassesEnd } from './move-passes-end.js';
import { IssuePasses } from './issue-passes.js';
import { RevokePasses } from './revoke-passes.js';
import { TakeWord } from './take-word.js';

@WithinTransaction()
@EventsHandler(VisitApproved)
export class IssuePassesWhenVisitApproved implements IEventHandler<VisitApproved> {
  constructor(private readonly commands: CommandBus) {}

  handle({ visitId }: VisitApproved): Promise<void> {
    return this.commands.execute(new IssuePasses(visitId));
  }
}

@WithinTransaction()
@EventsHandler(VisitCancelled, VisitRevoked)
export class RevokePassesWhenVisitCancelled implements IEventHandler<VisitCancelled | VisitRevoked> {
  constructor(private readonly commands: CommandBus) {}

  handle({ visitId }: VisitCancelled | VisitRevoked): Promise<void> {
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
@EventsHandler(VisitExtended, VisitEndMoved)
export class MovePassesEndWithVisit implements IEventHandler<VisitExtended | VisitEndMoved> {
  constructor(private readonly commands: CommandBus) {}

  handle({ visitId }: VisitExtended | VisitEndMoved): Promise<void> {
    return this.commands.execute(new MovePassesEnd(visitId));
  }
}

@WithinTransaction()
@EventsHandler(VisitStayAnswered)
export class TakeHostsWordWhenStayAnswered implements IEventHandler<VisitStayAnswered> {
  constructor(private readonly commands: CommandBus) {}

  async handle({ visitId, answer }: VisitStayAnswered): Promise<void> {
    if (answer === 'left') await this.commands.execute(new TakeWord(visitId, 'host'));
  }
}

@WithinTransaction()
@EventsHandler(VisitOfficeSaidLeft)
export class TakeOfficesWord implements IEventHandler<VisitOfficeSaidLeft> {
  constructor(private readonly commands: CommandBus) {}

  handle({ visitId, people }: VisitOfficeSaidLeft): Promise<void> {
    return this.commands.execute(new TakeWord(visitId, 'office', people));
  }
}
