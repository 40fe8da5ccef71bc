import { Module } from '@nestjs/common';
import { WebhooksController } from './api/webhooks.controller.js';
import { AddWebhookHandler } from './application/add-webhook.js';
import { ChangeWebhookHandler } from './application/change-webhook.js';
import { QueueCalls, QueueCallsOfPassages } from './application/queue-calls.js';
import { RemoveWebhookHandler } from './application/remove-webhook.js';
import { RetryCallHandler } from './application/retry-call.js';
import { RollWebhookSecretHandler } from './application/roll-webhook-secret.js';
import { SendTestCallHandler } from './application/send-test-call.js';
import { WebhookCalls, Webhooks, WebhookSecrets } from './application/webhooks.js';
import { WebhooksQuery } from './application/webhooks.query.js';
import { WebhookHealth } from './infrastructure/webhook-health.js';
import { CallRelay } from './infrastructure/call-relay.js';
import { MikroWebhooks } from './infrastructure/mikro-webhooks.js';
import { SealedWebhookSecrets } from './infrastructure/sealed-webhook-secrets.js';
import { SqlWebhookCalls } from './infrastructure/sql-webhook-calls.js';

/** Tells other systems of the university what happened, signed and until they took it. */
@Module({
  controllers: [WebhooksController],
  providers: [
    AddWebhookHandler,
    ChangeWebhookHandler,
    RemoveWebhookHandler,
    RetryCallHandler,
    RollWebhookSecretHandler,
    SendTestCallHandler,
    QueueCalls,
    QueueCallsOfPassages,
    WebhooksQuery,
    CallRelay,
    WebhookHealth,
    SealedWebhookSecrets,
    { provide: Webhooks, useClass: MikroWebhooks },
    { provide: WebhookSecrets, useExisting: SealedWebhookSecrets },
    { provide: WebhookCalls, useClass: SqlWebhookCalls },
  ],
})
export class WebhookModule {}
