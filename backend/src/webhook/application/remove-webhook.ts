import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { WebhookCalls, Webhooks } from './webhooks.js';

/** Tells the address nothing any more, also not what waits. */
export class RemoveWebhook extends Command<void> {
  constructor(
    readonly id: string,
    readonly by: string,
  ) {
    super();
  }
}

@CommandHandler(RemoveWebhook)
export class RemoveWebhookHandler implements ICommandHandler<RemoveWebhook> {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly calls: WebhookCalls,
    private readonly clock: Clock,
  ) {}

  async execute({ id, by }: RemoveWebhook): Promise<void> {
    (await this.webhooks.withId(id)).remove(by, this.clock.now());
    await this.calls.drop(id);
  }
}
