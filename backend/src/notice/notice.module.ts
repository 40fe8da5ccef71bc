import { Global, Module } from '@nestjs/common';
import { CodeSender } from '../identity/public.js';
import { OutboxController } from './api/outbox.controller.js';
import { SmsChannel } from './application/channels.js';
import { NoticeBook, NoticeReader } from './application/notice-book.js';
import { OutboxQuery } from './application/outbox.query.js';
import { SendNotice } from './application/send-notice.js';
import { CodeByNotice } from './infrastructure/code-by-notice.js';
import { DevelopmentSms } from './infrastructure/development-sms.js';
import { NoticeSeal } from './infrastructure/notice-seal.js';
import { SqlNoticeBook } from './infrastructure/sql-notice-book.js';

/** Global, because identity's `CodeSender` is answered from here while identity must not know of notices. */
@Global()
@Module({
  controllers: [OutboxController],
  providers: [
    SendNotice,
    OutboxQuery,
    NoticeSeal,
    { provide: NoticeReader, useExisting: NoticeSeal },
    { provide: NoticeBook, useClass: SqlNoticeBook },
    { provide: SmsChannel, useClass: DevelopmentSms },
    { provide: CodeSender, useClass: CodeByNotice },
  ],
  exports: [CodeSender],
})
export class NoticeModule {}
