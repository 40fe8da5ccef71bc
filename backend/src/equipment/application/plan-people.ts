import {
  Command,
  CommandBus,
  CommandHandler,
  EventsHandler,
  type ICommandHandler,
  type IEventHandler,
} from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { type DomainEvent } from '../../kernel/domain-event.js';
import { PassIssued, PassRevoked } from '../../passage/public.js';
import { PhotoErased } from '../../photo/public.js';
import { Rules } from '../../policy/public.js';
import { VisitEndMoved, VisitExtended } from '../../visit/public.js';
import { ProvisioningBook } from './provisioning-book.js';

/** Works out whom each device should know now. Run again it changes nothing. */
export class PlanPeople extends Command<number> {}

@CommandHandler(PlanPeople)
export class PlanPeopleHandler implements ICommandHandler<PlanPeople> {
  constructor(
    private readonly book: ProvisioningBook,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<number> {
    const { face } = (await this.rules.current()).settings;
    return this.book.plan(face.enabled, this.clock.now());
  }
}

/** At once, and not only by the next round: who may not enter any more must not stay on a device for a minute. */
@EventsHandler(PassIssued, PassRevoked, PhotoErased, VisitExtended, VisitEndMoved)
export class PlanPeopleWhenPassesChange implements IEventHandler<DomainEvent> {
  constructor(private readonly commands: CommandBus) {}

  async handle(): Promise<void> {
    await this.commands.execute(new PlanPeople());
  }
}
