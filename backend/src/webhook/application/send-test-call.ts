import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { WebhookCalls, Webhooks } from './webhooks.js';

/** A message without content, for whoever sets up the other side. */
export class SendTestCall extends Command<void> {
  constructor(readonly webhookId: string) {
    super();
  }
}

@CommandHandler(SendTestCall)
export class SendTestCallHandler implements ICommandHandler<SendTestCall> {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly calls: WebhookCalls,
  ) {}

  async execute({ webhookId }: SendTestCall): Promise<void> {
    await this.webhooks.withId(webhookId);
    await this.calls.queueTest(webhookId);
  }
}
