import { Module } from '@nestjs/common';
import { CalendarController } from './api/calendar.controller.js';
import { ClosuresController } from './api/closures.controller.js';
import { AddDaysHandler } from './application/add-days.js';
import { CalendarQuery } from './application/calendar.query.js';
import { Calendars } from './application/calendars.js';
import { Closures } from './application/closures.js';
import { ClosuresQuery } from './application/closures.query.js';
import { DeclareClosureHandler } from './application/declare-closure.js';
import { DropDayHandler } from './application/drop-day.js';
import { EndClosureHandler } from './application/end-closure.js';
import { EnterYearHandler } from './application/enter-year.js';
import { MikroClosures } from './infrastructure/mikro-closures.js';
import { SqlCalendars } from './infrastructure/sql-calendars.js';
import { CalendarWarning } from './infrastructure/calendar-warning.js';
import { PolicyController } from './api/policy.controller.js';
import { DropDraftHandler } from './application/drop-draft.js';
import { DryRunQuery } from './application/dry-run.query.js';
import { KeepDraftHandler } from './application/keep-draft.js';
import { Policies } from './application/policies.js';
import { PolicyPublisher } from './application/policy-publisher.js';
import { PolicyViewQuery } from './application/policy-view.query.js';
import { PublishPolicyHandler } from './application/publish-policy.js';
import { ReturnToVersionHandler } from './application/return-to-version.js';
import { TurnDialsHandler } from './application/turn-dials.js';
import { WithdrawVersionHandler } from './application/withdraw-version.js';
import { SqlPolicies } from './infrastructure/sql-policies.js';
import { StoredRules } from './infrastructure/stored-rules.js';
import { SqlClosureBook } from './infrastructure/sql-closure-book.js';
import { SqlQuotaBook } from './infrastructure/sql-quota-book.js';
import { QuotaUseQuery } from './application/quota-use.query.js';
import { ClosureBook, QuotaBook, Rules } from './public.js';

@Module({
  controllers: [PolicyController, CalendarController, ClosuresController],
  providers: [
    TurnDialsHandler,
    KeepDraftHandler,
    DropDraftHandler,
    PublishPolicyHandler,
    ReturnToVersionHandler,
    WithdrawVersionHandler,
    PolicyPublisher,
    PolicyViewQuery,
    DryRunQuery,
    DeclareClosureHandler,
    EndClosureHandler,
    ClosuresQuery,
    EnterYearHandler,
    AddDaysHandler,
    DropDayHandler,
    CalendarQuery,
    CalendarWarning,
    { provide: Closures, useClass: MikroClosures },
    { provide: Calendars, useClass: SqlCalendars },
    { provide: Policies, useClass: SqlPolicies },
    { provide: Rules, useClass: StoredRules },
    { provide: ClosureBook, useClass: SqlClosureBook },
    { provide: QuotaBook, useClass: SqlQuotaBook },
    QuotaUseQuery,
  ],
  exports: [Rules, ClosureBook, QuotaBook],
})
export class PolicyModule {}
