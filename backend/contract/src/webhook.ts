/** What a webhook can be told: every one is a fact that has happened. Payloads carry ids, never personal data. */
export const WEBHOOK_EVENTS = [
  'visit.requested',
  'visit.approved',
  'visit.declined',
  'visit.changed',
  'visit.cancelled',
  'visit.revoked',
  'visit.extended',
  'visit.expired',
  'visit.overstayed',
  'visit.erased',
  'pass.issued',
  'pass.revoked',
  'passage.entry-admitted',
  'passage.entry-refused',
  'passage.exit-recorded',
  'device.revoked',
] as const;

export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

export interface WebhookRow {
  id: string;
  name: string;
  url: string;
  events: WebhookEvent[];
  enabled: boolean;
  /** what was edited; send it back with a change */
  version: number;
  changedBy: string;
  changedAt: string;
  waiting: number;
  stuck: number;
  lastDoneAt: string | null;
}

export interface WebhookInput {
  name: string;
  url: string;
  events: WebhookEvent[];
}

export interface KeepWebhookInput extends WebhookInput {
  enabled: boolean;
  version: number;
}

/** Shown once: it cannot be read again, only replaced. */
export interface WebhookSecret {
  id: string;
  /** `whsec_` and 32 bytes in base64, as the Standard Webhooks specification has it */
  secret: string;
}

export type WebhookCallState = 'waiting' | 'done' | 'stuck';

/** One message to one webhook. Its id is the `webhook-id` that the receiver saw. */
export interface WebhookCallRow {
  id: string;
  webhookId: string;
  webhookName: string;
  type: WebhookEvent | 'webhook.test';
  state: WebhookCallState;
  attempts: number;
  /** HTTP status of the last answer, when there was one */
  lastStatus: number | null;
  /** a word: timeout, tls, connection, status */
  lastError: string | null;
  createdAt: string;
  nextAttemptAt: string | null;
  doneAt: string | null;
}
