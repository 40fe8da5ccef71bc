import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type TurnDialsInput } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { Ids } from '../../kernel/ids.js';
import { turned } from '../domain/dials.js';
import { Policies } from './policies.js';

/** The office turns some rules: a new version, in force at once. Visits already decided stay decided. */
export class TurnDials extends Command<void> {
  constructor(
    readonly input: TurnDialsInput,
    readonly by: string,
  ) {
    super();
  }
}

@CommandHandler(TurnDials)
export class TurnDialsHandler implements ICommandHandler<TurnDials> {
  constructor(
    private readonly policies: Policies,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ input: { changes, reason }, by }: TurnDials): Promise<void> {
    const { version: before, settings } = await this.policies.newest();
    const [id, version, now] = [this.ids.uuid(), before + 1, this.clock.now()];
    await this.policies.add(
      { id, version, settings: turned(settings, changes), activeFrom: now, by, reason },
      changes.map(({ key }) => key),
    );
  }
}
