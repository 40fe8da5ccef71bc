import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CorrectionNote } from '@gatehouse/contract';
import { SendBack } from '../../approval/public.js';
import { Clock } from '../../kernel/clock.js';
import { Visits } from './visits.js';

/** Whoever has to decide asks the visitor to correct fields, with a note for each. The same again changes nothing. */
export class AskForCorrection extends Command<void> {
  constructor(
    readonly approvalId: string,
    readonly approverId: string,
    readonly fields: CorrectionNote[],
  ) {
    super();
  }
}

@CommandHandler(AskForCorrection)
export class AskForCorrectionHandler implements ICommandHandler<AskForCorrection> {
  constructor(
    private readonly visits: Visits,
    private readonly commands: CommandBus,
    private readonly clock: Clock,
  ) {}

  async execute({ approvalId, approverId, fields }: AskForCorrection): Promise<void> {
    const { subjectId, approverName } = await this.commands.execute(new SendBack(approvalId, approverId, 'visit'));
    (await this.visits.withId(subjectId)).askForCorrection(fields, approverName, this.clock.now());
  }
}
