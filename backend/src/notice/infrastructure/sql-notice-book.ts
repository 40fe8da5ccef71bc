import { Injectable } from '@nestjs/common';
import { type NoticeChannel } from '@gatehouse/contract';
import { maskMobile } from '@gatehouse/contract/rules/mobile-number';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Ids } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.js';
import { Deliveries } from '../../platform/events/deliveries.js';
import { Subscribers } from '../../platform/events/subscribers.js';
import { Settings } from '../../platform/settings.js';
import { type NewNotice, NoticeBook, type WaitingNotice } from '../application/notice-book.js';
import { NoticeWritten } from '../application/notice-written.js';
import { NoticeSeal } from './notice-seal.js';

interface NoticeRow {
  channel: NoticeChannel;
  template: string;
  recipient: Buffer;
  text: Buffer;
  values: Buffer | null;
  link: string | null;
}

/** Staff numbers are no secret within the university; phone numbers and mail addresses are. */
function masked(channel: NoticeChannel, to: string): string {
  if (channel === 'sms') return maskMobile(to);
  return channel === 'mail' ? to.replace(/^(.).*@/, '$1***@') : to;
}

@Injectable()
export class SqlNoticeBook extends NoticeBook {
  constructor(
    private readonly database: Database,
    private readonly deliveries: Deliveries,
    private readonly subscribers: Subscribers,
    private readonly seal: NoticeSeal,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    super();
  }

  async write({ channel, template, to, text, values, link }: NewNotice): Promise<void> {
    const [id, now] = [this.ids.uuid(), this.clock.now()];
    await this.database.run(sql`
      insert into notice (id, channel, template, recipient_masked, recipient_sealed, text_sealed, values_sealed, link, state, created_at)
      values (${id}, ${channel}, ${template}, ${masked(channel, to)}, ${await this.seal.close(id, 'recipient', to)},
              ${await this.seal.close(id, 'text', text)},
              ${await this.seal.close(id, 'values', JSON.stringify(values))}, ${link}, 'waiting', ${now})
    `);
    await this.deliveries.add(new NoticeWritten(id, now), this.subscribers.delivered(NoticeWritten.type));
  }

  async waiting(id: string): Promise<WaitingNotice | null> {
    const row = await this.database.first(sql<NoticeRow>`
      select channel, template, recipient_sealed as recipient, text_sealed as text, values_sealed as values, link
      from notice where id = ${id} and state = 'waiting' for update
    `);
    if (!row) return null;
    const { channel, template, link } = row;
    const to = await this.seal.open(id, 'recipient', row.recipient);
    const values = row.values ? await this.seal.open(id, 'values', row.values) : '{}';
    return {
      id,
      channel,
      template,
      to,
      text: await this.seal.open(id, 'text', row.text),
      values: JSON.parse(values) as Record<string, string>,
      link,
    };
  }

  /** Number and text are blanked: what was sent is nobody's to read again. The demo's outbox keeps the text. */
  async sent(id: string): Promise<void> {
    const kept = this.settings.isDemo ? sql`text_sealed` : sql`null`;
    await this.database.run(sql`
      update notice set state = 'sent', sent_at = ${this.clock.now()}, recipient_sealed = null,
             values_sealed = null, text_sealed = ${kept}
      where id = ${id}
    `);
  }

  /** A message that still waits for its channel goes too. */
  async erase(visitId: string): Promise<void> {
    await this.database.run(sql`delete from notice where link like ${`%/visit/records/${visitId}`}`);
  }
}
