import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { PolicyModule } from '../policy/policy.module.js';
import { ApprovalMarksController } from './api/approval-marks.controller.js';
import { DelegationsController } from './api/delegations.controller.js';
import { HostsLedgerController } from './api/hosts-ledger.controller.js';
import { OpinionsController } from './api/opinions.controller.js';
import { OwnStandingController } from './api/own-standing.controller.js';
import { ResaleFlagsController } from './api/resale-flags.controller.js';
import { SharedOpinionsController } from './api/shared-opinions.controller.js';
import { Approvals } from './application/approvals.js';
import { AttendToStepsHandler } from './application/attend-to-steps.js';
import { ChaseStepHandler } from './application/chase-step.js';
import { DecideForOfficeHandler } from './application/decide-for-office.js';
import { DecideStepHandler } from './application/decide-step.js';
import { DelegateApprovalsHandler } from './application/delegate-approvals.js';
import { Delegations } from './application/delegations.js';
import { DelegationsQuery } from './application/delegations.query.js';
import { EditOpinionHandler } from './application/edit-opinion.js';
import { EndDelegationHandler } from './application/end-delegation.js';
import { HoldToAccountHandler } from './application/hold-to-account.js';
import { HostAvailabilityQuery } from './application/host-availability.query.js';
import { HostLedgerQuery } from './application/host-ledger.query.js';
import { KeepOpinionHandler } from './application/keep-opinion.js';
import { ForgetDraftsWhenDecided, MarkApprovalHandler } from './application/mark-approval.js';
import { MoveStepsWhenHostSuspended } from './application/move-steps-of-suspended.js';
import { OpenApprovalHandler } from './application/open-approval.js';
import { ApprovalMarks, Opinions } from './application/opinions.js';
import { OpinionsQuery } from './application/opinions.query.js';
import { ResaleFlagsQuery } from './application/resale-flags.query.js';
import { ResumeApprovalHandler } from './application/resume-approval.js';
import { SendBackHandler } from './application/send-back.js';
import { PrepareStepWhenOpened } from './application/step-opened.js';
import { Standings } from './application/standings.js';
import { SubjectTimes } from './application/subject-times.js';
import { MoveStepsOfLeaverHandler, MoveStepsWhenStaffLeft } from './application/move-steps-of-leaver.js';
import { WaitingStepsQuery } from './application/waiting-steps.query.js';
import { WithdrawApprovalHandler } from './application/withdraw-approval.js';
import { ApprovalDeadlines } from './infrastructure/approval-deadlines.js';
import { MikroApprovals } from './infrastructure/mikro-approvals.js';
import { MikroDelegations } from './infrastructure/mikro-delegations.js';
import { MikroOpinions } from './infrastructure/mikro-opinions.js';
import { MikroStandings } from './infrastructure/mikro-standings.js';
import { SqlApprovalMarks } from './infrastructure/sql-approval-marks.js';
import { SqlSubjectTimes } from './infrastructure/sql-subject-times.js';
import { HostAvailability } from './public.js';

@Module({
  imports: [DirectoryModule, PolicyModule],
  controllers: [
    DelegationsController,
    OwnStandingController,
    HostsLedgerController,
    SharedOpinionsController,
    OpinionsController,
    ApprovalMarksController,
    ResaleFlagsController,
  ],
  providers: [
    OpenApprovalHandler,
    DecideStepHandler,
    SendBackHandler,
    ResumeApprovalHandler,
    DecideForOfficeHandler,
    WithdrawApprovalHandler,
    ChaseStepHandler,
    AttendToStepsHandler,
    PrepareStepWhenOpened,
    ApprovalDeadlines,
    DelegateApprovalsHandler,
    EndDelegationHandler,
    DelegationsQuery,
    HoldToAccountHandler,
    HostLedgerQuery,
    MoveStepsWhenHostSuspended,
    KeepOpinionHandler,
    EditOpinionHandler,
    OpinionsQuery,
    MarkApprovalHandler,
    ForgetDraftsWhenDecided,
    ResaleFlagsQuery,
    { provide: Opinions, useClass: MikroOpinions },
    { provide: ApprovalMarks, useClass: SqlApprovalMarks },
    { provide: Standings, useClass: MikroStandings },
    { provide: HostAvailability, useClass: HostAvailabilityQuery },
    MoveStepsOfLeaverHandler,
    MoveStepsWhenStaffLeft,
    WaitingStepsQuery,
    { provide: Approvals, useClass: MikroApprovals },
    { provide: Delegations, useClass: MikroDelegations },
    { provide: SubjectTimes, useClass: SqlSubjectTimes },
  ],
  exports: [HostAvailability, HostLedgerQuery],
})
export class ApprovalModule {}
