import { DomainEvent } from '../../kernel/domain-event.js';

abstract class WebhookChange extends DomainEvent {
  constructor(
    readonly webhookId: string,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'webhook', id: this.webhookId };
  }
}

export class WebhookAdded extends WebhookChange {
  static readonly type = 'webhook.added';
}

export class WebhookChanged extends WebhookChange {
  static readonly type = 'webhook.changed';
}

export class WebhookSecretRolled extends WebhookChange {
  static readonly type = 'webhook.secret-rolled';
}

export class WebhookRemoved extends WebhookChange {
  static readonly type = 'webhook.removed';
}
