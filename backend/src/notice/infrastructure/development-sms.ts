import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/settings.js';
import { SmsChannel } from '../application/channels.js';

/**
 * Sends nothing: in the demo the outbox page shows what would have been sent. Elsewhere it refuses, so that messages
 * stay visible as stuck deliveries until a gateway is configured, instead of vanishing.
 */
@Injectable()
export class DevelopmentSms extends SmsChannel {
  constructor(private readonly settings: Settings) {
    super();
  }

  send(): Promise<void> {
    return this.settings.isDemo ? Promise.resolve() : Promise.reject(new Error('no SMS gateway is configured'));
  }
}
