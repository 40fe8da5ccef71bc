import { type WebhookEvent, type WebhookInput } from '@gatehouse/contract';
import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import { WebhookAdded, WebhookChanged, WebhookRemoved, WebhookSecretRolled } from './events.js';

/** How long a receiver may go on checking with the secret before. */
const OLD_SECRET_MS = 24 * 3_600_000;

/** An address of the university that is told what happened. Signs with a secret that only both sides know. */
export class Webhook extends AggregateRoot {
  private enabled = true;
  private previousSecret: Uint8Array | null = null;
  private previousUntil: Date | null = null;
  private removedAt: Date | null = null;

  private constructor(
    readonly id: string,
    private name: string,
    private url: string,
    private events: WebhookEvent[],
    /** sealed */
    private secret: Uint8Array,
    private changedBy: string,
    private changedAt: Date,
  ) {
    super();
  }

  /** `secret` is sealed. `mayBePlain`: whether http will do, for trials on one machine. */
  static add(
    webhook: WebhookInput & { id: string; secret: Uint8Array; by: string },
    mayBePlain: boolean,
    now: Date,
  ): Webhook {
    check(webhook.url, mayBePlain);
    const { id, name, url, events, secret, by } = webhook;
    const added = new Webhook(id, name, url, [...new Set(events)], secret, by, now);
    added.record(new WebhookAdded(id, now));
    return added;
  }

  change(to: WebhookInput & { enabled: boolean }, by: string, mayBePlain: boolean, now: Date): void {
    check(to.url, mayBePlain);
    this.name = to.name;
    this.url = to.url;
    this.events = [...new Set(to.events)];
    this.enabled = to.enabled;
    this.touch(by, now);
    this.record(new WebhookChanged(this.id, now));
  }

  /** For a day both secrets sign, so that the receiver can change over without losing a message. */
  roll(secret: Uint8Array, by: string, now: Date): void {
    this.previousSecret = this.secret;
    this.previousUntil = new Date(now.getTime() + OLD_SECRET_MS);
    this.secret = secret;
    this.touch(by, now);
    this.record(new WebhookSecretRolled(this.id, now));
  }

  remove(by: string, now: Date): void {
    this.enabled = false;
    this.removedAt = now;
    this.touch(by, now);
    this.record(new WebhookRemoved(this.id, now));
  }

  private touch(by: string, now: Date): void {
    this.changedBy = by;
    this.changedAt = now;
  }
}

/** Without credentials or fragment, and encrypted: the signature proves the sender, TLS hides who visits. */
function check(url: string, mayBePlain: boolean): void {
  const address = URL.canParse(url) ? new URL(url) : null;
  const schemes = mayBePlain ? ['https:', 'http:'] : ['https:'];
  if (address && schemes.includes(address.protocol) && !address.username && !address.password && !address.hash) return;
  throw new DomainError('webhook.address-wrong', {}, [{ path: 'url', code: 'field.shape' }]);
}
