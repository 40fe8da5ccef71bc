export { DecideStep, type Decision } from './application/decide-step.js';
export { OpenApproval } from './application/open-approval.js';
export { ResumeApproval } from './application/resume-approval.js';
export { SendBack } from './application/send-back.js';
export { WithdrawApproval } from './application/withdraw-approval.js';
export { type LeaderRule } from './domain/approval.js';
export { ApprovalGranted, ApprovalRefused, StepDecided, StepOpened, type SubjectKind } from './domain/events.js';
