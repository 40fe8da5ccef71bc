import { defineEntity, p } from '@mikro-orm/core';
import { type WebhookEvent } from '@gatehouse/contract';
import { mapped } from '../../platform/database/mapped.js';
import { Webhook } from '../domain/webhook.js';

export const WebhookSchema = defineEntity({
  class: mapped(Webhook),
  className: 'Webhook',
  tableName: 'webhook',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    url: p.text(),
    events: p.array().$type<WebhookEvent[]>(),
    enabled: p.boolean(),
    secret: p.uint8array().fieldName('secret_sealed'),
    previousSecret: p.uint8array().fieldName('previous_secret_sealed').nullable(),
    previousUntil: p.datetime().nullable(),
    changedBy: p.text(),
    changedAt: p.datetime(),
    removedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});
