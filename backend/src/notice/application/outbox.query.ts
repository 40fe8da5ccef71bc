import { Injectable } from '@nestjs/common';
import { type NoticeChannel, type OutboxMessage } from '@gatehouse/contract';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { NoticeReader } from './notice-book.js';

const MOST_MESSAGES = 50;

interface OutboxRow {
  id: string;
  channel: NoticeChannel;
  to: string;
  template: string;
  text: Buffer;
  at: Date;
}

/** What would have been sent, newest first. For the demo only. */
@Injectable()
export class OutboxQuery {
  constructor(
    private readonly database: Database,
    private readonly reader: NoticeReader,
  ) {}

  async newest(): Promise<OutboxMessage[]> {
    const rows = await this.database.rows(sql<OutboxRow>`
      select id, channel, recipient_masked as "to", template, text_sealed as text, created_at as at
      from notice where text_sealed is not null order by created_at desc, id desc limit ${MOST_MESSAGES}
    `);
    return Promise.all(
      rows.map(async ({ text, at, ...row }) => ({
        ...row,
        text: await this.reader.text(row.id, text),
        at: at.toISOString(),
      })),
    );
  }
}
