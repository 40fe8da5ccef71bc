import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { closeAfterHours, Rules } from '../../policy/public.js';
import { Passes } from './passes.js';
import { Presences } from './presences.js';

const AT_ONCE = 50;
const HOUR = 3_600_000;

/** Closes presences that nobody cleared up within the policy's time. Answers how many; run again until 0. */
export class CloseForgotten extends Command<number> {}

@CommandHandler(CloseForgotten)
export class CloseForgottenHandler implements ICommandHandler<CloseForgotten> {
  constructor(
    private readonly presences: Presences,
    private readonly passes: Passes,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<number> {
    const now = this.clock.now();
    const { settings } = await this.rules.current();
    const before = new Date(now.getTime() - closeAfterHours(settings) * HOUR);
    const ids = await this.presences.lockForgotten(before, AT_ONCE);
    await this.presences.close(ids, now);
    for (const id of ids) (await this.passes.withId(id)).closePresence(now);
    return ids.length;
  }
}
