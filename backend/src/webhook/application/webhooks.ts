import { type WebhookEvent } from '@gatehouse/contract';
import { type Webhook } from '../domain/webhook.js';

export abstract class Webhooks {
  abstract add(webhook: Webhook): void;
  /** `webhook.not-found` when there is none, or none any more; `request.conflict` when it is another version by now. */
  abstract withId(id: string, version?: number): Promise<Webhook>;
  abstract count(): Promise<number>;
}

/** Secrets are made here, shown once and kept sealed. */
export abstract class WebhookSecrets {
  abstract make(webhookId: string): Promise<{ shown: string; sealed: Uint8Array }>;
}

/** What is to be sent. Written in the transaction of what happened, sent after it. */
export abstract class WebhookCalls {
  /** One row for every webhook that wants this event. `data` is what the receiver will see. */
  abstract queue(type: WebhookEvent, data: Record<string, unknown>, at: Date): Promise<void>;
  abstract queueTest(webhookId: string): Promise<void>;
  /** Answers false when no stuck call has this id. */
  abstract sendAgain(id: string): Promise<boolean>;
  /** Drops what waits for a webhook that is gone. */
  abstract drop(webhookId: string): Promise<void>;
  /** Whether some webhook listens to the gates, as known a few seconds ago. */
  abstract wantsPassages(): boolean;
}
