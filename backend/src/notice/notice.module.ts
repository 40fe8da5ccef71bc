import { Global, Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { CodeSender } from '../identity/public.js';
import { VisitModule } from '../visit/visit.module.js';
import { OutboxPage } from './api/outbox.page.js';
import { OutboxController } from './api/outbox.controller.js';
import { SmsChannel } from './application/channels.js';
import { NoticeBook, NoticeReader } from './application/notice-book.js';
import { OutboxQuery } from './application/outbox.query.js';
import { SendNotice } from './application/send-notice.js';
import { VisitMessages } from './application/visit-messages.js';
import {
  TellApplicantWhenVisitApproved,
  TellApplicantWhenVisitCancelled,
  TellApplicantWhenVisitDeclined,
  TellApproverWhenStepOpened,
} from './application/visit-reactions.js';
import { CodeByNotice } from './infrastructure/code-by-notice.js';
import { DevelopmentSms } from './infrastructure/development-sms.js';
import { NoticeSeal } from './infrastructure/notice-seal.js';
import { SqlNoticeBook } from './infrastructure/sql-notice-book.js';

/** Global, because identity's `CodeSender` is answered from here while identity must not know of notices. */
@Global()
@Module({
  imports: [DirectoryModule, VisitModule],
  controllers: [OutboxController],
  providers: [
    SendNotice,
    TellApplicantWhenVisitApproved,
    TellApplicantWhenVisitDeclined,
    TellApplicantWhenVisitCancelled,
    TellApproverWhenStepOpened,
    VisitMessages,
    OutboxPage,
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
