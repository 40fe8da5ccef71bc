import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeyRing } from '../../platform/crypto/key-ring.js';
import { open, seal } from '../../platform/crypto/sealed-box.js';
import { WebhookSecrets } from '../application/webhooks.js';

const BYTES = 32;

/** 256 random bits, written as the Standard Webhooks specification writes them, kept sealed. */
@Injectable()
export class SealedWebhookSecrets extends WebhookSecrets {
  constructor(private readonly keys: KeyRing) {
    super();
  }

  async make(webhookId: string): Promise<{ shown: string; sealed: Uint8Array }> {
    const secret = randomBytes(BYTES);
    const { secret: key } = await this.keys.secret('webhook');
    return { shown: `whsec_${secret.toString('base64')}`, sealed: seal(key, secret, `webhook:${webhookId}`) };
  }

  async open(webhookId: string, sealed: Uint8Array): Promise<Uint8Array> {
    const { secret: key } = await this.keys.secret('webhook');
    return open(key, sealed, `webhook:${webhookId}`);
  }
}
