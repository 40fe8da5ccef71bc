import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type TurnDialsInput } from '@gatehouse/contract';
import { turned } from '../domain/dials.js';
import { PolicyPublisher } from './policy-publisher.js';
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
    private readonly publisher: PolicyPublisher,
  ) {}

  async execute({ input: { changes, reason }, by }: TurnDials): Promise<void> {
    const newest = await this.policies.newest();
    await this.publisher.publish(newest, turned(newest.settings, changes), { by, reason, startsAt: null });
  }
}
