import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type KeepWebhookInput } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { Settings } from '../../platform/settings.js';
import { Webhooks } from './webhooks.js';

/** Another address or other events, or on and off. What waits meanwhile is kept. */
export class ChangeWebhook extends Command<void> {
  constructor(
    readonly id: string,
    readonly input: KeepWebhookInput,
    readonly by: string,
  ) {
    super();
  }
}

@CommandHandler(ChangeWebhook)
export class ChangeWebhookHandler implements ICommandHandler<ChangeWebhook> {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async execute({ id, input, by }: ChangeWebhook): Promise<void> {
    const webhook = await this.webhooks.withId(id, input.version);
    webhook.change(input, by, this.settings.isDemo, this.clock.now());
  }
}
