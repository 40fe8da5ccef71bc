import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Annulled, type Annuller, Annulments } from './annulments.js';

/** Nobody passed after all: the turnstile did not turn, the wrong button was pressed. */
export class AnnulPassage extends Command<Annulled> {
  constructor(
    readonly passageId: string,
    readonly campusIds: string[] | null,
    readonly who: Annuller,
    readonly reason: string,
  ) {
    super();
  }
}

@CommandHandler(AnnulPassage)
export class AnnulPassageHandler implements ICommandHandler<AnnulPassage> {
  constructor(private readonly annulments: Annulments) {}

  execute({ passageId, campusIds, who, reason }: AnnulPassage): Promise<Annulled> {
    return this.annulments.of(passageId, campusIds, who, reason);
  }
}
