import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { Closures } from './closures.js';

/** The gates take visitors in again before the time that was said. */
export class EndClosure extends Command<void> {
  constructor(
    readonly closureId: string,
    readonly by: { name: string; campusIds: string[] | null },
  ) {
    super();
  }
}

@CommandHandler(EndClosure)
export class EndClosureHandler implements ICommandHandler<EndClosure> {
  constructor(
    private readonly closures: Closures,
    private readonly clock: Clock,
  ) {}

  async execute({ closureId, by }: EndClosure): Promise<void> {
    const closure = await this.closures.withId(closureId, by.campusIds);
    closure.end(by.name, this.clock.now());
  }
}
