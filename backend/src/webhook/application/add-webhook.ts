import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type WebhookInput, type WebhookSecret } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { Settings } from '../../platform/settings.js';
import { Webhook } from '../domain/webhook.js';
import { Webhooks, WebhookSecrets } from './webhooks.js';

const MOST_WEBHOOKS = 20;

/** Tells an address from now on. Answers its secret, which nobody can read again. */
export class AddWebhook extends Command<WebhookSecret> {
  constructor(
    readonly input: WebhookInput,
    readonly by: string,
  ) {
    super();
  }
}

@CommandHandler(AddWebhook)
export class AddWebhookHandler implements ICommandHandler<AddWebhook> {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly secrets: WebhookSecrets,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ input, by }: AddWebhook): Promise<WebhookSecret> {
    if ((await this.webhooks.count()) >= MOST_WEBHOOKS)
      throw new DomainError('webhook.too-many', { most: MOST_WEBHOOKS });
    const id = this.ids.uuid();
    const { shown, sealed } = await this.secrets.make(id);
    this.webhooks.add(Webhook.add({ ...input, id, secret: sealed, by }, this.settings.isDemo, this.clock.now()));
    return { id, secret: shown };
  }
}
