export { DecideStep, type Decision } from './application/decide-step.js';
export { OpenApproval } from './application/open-approval.js';
export { WithdrawApproval } from './application/withdraw-approval.js';
export { type LeaderRule } from './domain/approval.js';
export { ApprovalGranted, ApprovalRefused, StepDecided, StepOpened } from './domain/events.js';
