import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { Approvals } from './application/approvals.js';
import { DecideStepHandler } from './application/decide-step.js';
import { OpenApprovalHandler } from './application/open-approval.js';
import { ResumeApprovalHandler } from './application/resume-approval.js';
import { SendBackHandler } from './application/send-back.js';
import { WithdrawApprovalHandler } from './application/withdraw-approval.js';
import { MikroApprovals } from './infrastructure/mikro-approvals.js';

@Module({
  imports: [DirectoryModule],
  providers: [
    OpenApprovalHandler,
    DecideStepHandler,
    SendBackHandler,
    ResumeApprovalHandler,
    WithdrawApprovalHandler,
    { provide: Approvals, useClass: MikroApprovals },
  ],
})
export class ApprovalModule {}
