import { Injectable } from '@nestjs/common';
import { type NoticeChannel } from '@gatehouse/contract';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { type IntegrationHealth, Integrations } from '../../platform/health/integrations.js';
import { Settings } from '../../platform/settings.js';
import { MailChannel, WeComChannel } from '../application/channels.js';
import { NoticeWritten } from '../application/notice-written.js';
import { GatewaySettings } from './gateway-settings.js';

interface Reachable {
  attempt(): Promise<void>;
}

const canAttempt = (channel: object): channel is Reachable => 'attempt' in channel;

/** How it goes with the ways messages leave, from the messages themselves. */
@Injectable()
export class ChannelHealth {
  constructor(
    integrations: Integrations,
    wecom: WeComChannel,
    mail: MailChannel,
    gateways: GatewaySettings,
    settings: Settings,
    private readonly database: Database,
  ) {
    // The demo's own outbox takes short messages.
    const hasSms = gateways.SMS_GATEWAY !== 'none' || settings.isDemo;
    integrations.add('sms', { health: () => this.of('sms', hasSms) });
    for (const [key, channel] of [
      ['wecom', wecom],
      ['mail', mail],
    ] as const)
      integrations.add(key, {
        health: () => this.of(key, channel.connected),
        ...(canAttempt(channel) && { attempt: () => channel.attempt() }),
      });
  }

  private async of(channel: NoticeChannel, isConfigured: boolean): Promise<IntegrationHealth> {
    const row = await this.database.first(sql<Omit<IntegrationHealth, 'isConfigured'>>`
      select max(n.sent_at) as "lastSuccessAt",
             max(d.created_at) filter (where d.last_error is not null) as "lastFailureAt",
             (array_agg(d.last_error order by d.created_at desc) filter (where d.last_error is not null))[1] as "lastError",
             count(*) filter (where d.state = 'stuck')::int as behind
      from notice n
      left join delivery d on d.event_type = ${NoticeWritten.type} and d.payload ->> 'noticeId' = n.id::text and d.last_error is not null
      where n.channel = ${channel} and n.created_at > now() - interval '30 days'
    `);
    return { isConfigured, lastSuccessAt: null, lastFailureAt: null, lastError: null, behind: 0, ...row };
  }
}
