import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type WebhookSecret } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { Webhooks, WebhookSecrets } from './webhooks.js';

/** A new secret; the old one signs beside it for another day. */
export class RollWebhookSecret extends Command<WebhookSecret> {
  constructor(
    readonly id: string,
    readonly by: string,
  ) {
    super();
  }
}

@CommandHandler(RollWebhookSecret)
export class RollWebhookSecretHandler implements ICommandHandler<RollWebhookSecret> {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly secrets: WebhookSecrets,
    private readonly clock: Clock,
  ) {}

  async execute({ id, by }: RollWebhookSecret): Promise<WebhookSecret> {
    const webhook = await this.webhooks.withId(id);
    const { shown, sealed } = await this.secrets.make(id);
    webhook.roll(sealed, by, this.clock.now());
    return { id, secret: shown };
  }
}
