import { Global, Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { CodeSender } from '../identity/public.js';
import { Clock } from '../kernel/clock.js';
import { Ids } from '../kernel/ids.js';
import { Settings } from '../platform/settings.js';
import { PolicyModule } from '../policy/policy.module.js';
import { VisitModule } from '../visit/visit.module.js';
import { OutboxPage } from './api/outbox.page.js';
import { HostMessagesController } from './api/host-messages.controller.js';
import { OutboxController } from './api/outbox.controller.js';
import { MailChannel, SmsChannel, StaffChannelOrder, WeComChannel } from './application/channels.js';
import { RemindApproversOfWaitingStep, TellDeputyWhenStepShared } from './application/approver-reactions.js';
import { ChooseHostMessagesHandler } from './application/choose-host-messages.js';
import { HostBook } from './application/host-book.js';
import { HostDeputies } from './application/host-deputies.query.js';
import { HostMessagesToStaff } from './application/host-messages.js';
import {
  AskHostAgainWhenVisitEnded,
  AskWhenVisitEndNears,
  TellHostWhenPartyLeft,
  TellHostWhenVisitorArrives,
  TellOfficeWhenVisitOverstayed,
} from './application/host-reactions.js';
import { TellGuestsWhenBatchMade } from './application/invitation-reactions.js';
import { NoticeBook, NoticeReader } from './application/notice-book.js';
import { IncidentMessages } from './application/incident-messages.js';
import { TellOfficeWhenConflictFound } from './application/tell-office-when-conflict-found.js';
import { OfficeMessages } from './application/office-messages.js';
import { OfficeReaders } from './application/office-readers.query.js';
import { OutboxQuery } from './application/outbox.query.js';
import { SendNotice } from './application/send-notice.js';
import { StaffMessages } from './application/staff-messages.js';
import { VisitLinks } from './application/visit-links.query.js';
import { EraseNoticesWhenVisitErased } from './application/erase-notices.js';
import { TellApplicantWhenPassPhoneBound } from './application/pass-reactions.js';
import { TellOfficeWhenVisitMetBlacklist } from './application/tell-office-when-visit-met-blacklist.js';
import { TellOfficeWhenStepUnanswered } from './application/tell-office-when-unanswered.js';
import { TellWhenVisitMetClosure } from './application/closure-messages.js';
import { VisitMessages } from './application/visit-messages.js';
import {
  TellApplicantWhenCorrectionAsked,
  TellApplicantWhenExtensionRefused,
  TellApplicantWhenVisitApproved,
  TellApplicantWhenVisitCancelled,
  TellApplicantWhenVisitChanged,
  TellApplicantWhenVisitDeclined,
  TellApplicantWhenEndMoved,
  TellApplicantWhenVisitExtended,
  TellApplicantWhenVisitRevoked,
  TellApproverWhenStepOpened,
} from './application/visit-reactions.js';
import { ChannelHealth } from './infrastructure/channel-health.js';
import { CodeByNotice } from './infrastructure/code-by-notice.js';
import { chooseSms } from './infrastructure/choose-sms.js';
import { GatewaySettings, readGatewaySettings } from './infrastructure/gateway-settings.js';
import { SmtpMail } from './infrastructure/mail/smtp-mail.js';
import { NoticeKeeping } from './infrastructure/notice-keeping.js';
import { NoticeSeal } from './infrastructure/notice-seal.js';
import { SqlHostBook } from './infrastructure/sql-host-book.js';
import { SqlNoticeBook } from './infrastructure/sql-notice-book.js';
import { WeComMessages } from './infrastructure/wecom/wecom-messages.js';

/** Global, because identity's `CodeSender` is answered from here while identity must not know of notices. */
@Global()
@Module({
  imports: [DirectoryModule, PolicyModule, VisitModule],
  controllers: [OutboxController, HostMessagesController],
  providers: [
    SendNotice,
    TellApplicantWhenVisitApproved,
    TellApplicantWhenVisitDeclined,
    TellApplicantWhenVisitCancelled,
    TellApplicantWhenCorrectionAsked,
    TellApplicantWhenVisitChanged,
    TellApplicantWhenVisitExtended,
    TellApplicantWhenExtensionRefused,
    TellApproverWhenStepOpened,
    TellApplicantWhenVisitRevoked,
    TellWhenVisitMetClosure,
    TellApplicantWhenEndMoved,
    TellHostWhenVisitorArrives,
    TellHostWhenPartyLeft,
    AskWhenVisitEndNears,
    AskHostAgainWhenVisitEnded,
    TellOfficeWhenVisitOverstayed,
    HostMessagesToStaff,
    HostDeputies,
    ChooseHostMessagesHandler,
    { provide: HostBook, useClass: SqlHostBook },
    VisitLinks,
    TellApplicantWhenPassPhoneBound,
    EraseNoticesWhenVisitErased,
    TellDeputyWhenStepShared,
    RemindApproversOfWaitingStep,
    TellOfficeWhenStepUnanswered,
    TellOfficeWhenVisitMetBlacklist,
    TellGuestsWhenBatchMade,
    OfficeMessages,
    IncidentMessages,
    TellOfficeWhenConflictFound,
    OfficeReaders,
    VisitMessages,
    StaffMessages,
    OutboxPage,
    NoticeKeeping,
    ChannelHealth,
    OutboxQuery,
    NoticeSeal,
    { provide: NoticeReader, useExisting: NoticeSeal },
    { provide: NoticeBook, useClass: SqlNoticeBook },
    { provide: GatewaySettings, useFactory: () => readGatewaySettings(process.env) },
    { provide: SmsChannel, useFactory: chooseSms, inject: [GatewaySettings, Settings, Clock, Ids] },
    {
      provide: WeComChannel,
      useFactory: (settings: GatewaySettings) => new WeComMessages(settings),
      inject: [GatewaySettings],
    },
    {
      provide: MailChannel,
      useFactory: (settings: GatewaySettings) => new SmtpMail(settings),
      inject: [GatewaySettings],
    },
    {
      provide: StaffChannelOrder,
      useFactory: (settings: GatewaySettings) => ({ channels: settings.STAFF_CHANNELS }),
      inject: [GatewaySettings],
    },
    { provide: CodeSender, useClass: CodeByNotice },
  ],
  exports: [CodeSender],
})
export class NoticeModule {}
