export { AttendToSteps } from './application/attend-to-steps.js';
export { ChaseStep } from './application/chase-step.js';
export { DecideForOffice } from './application/decide-for-office.js';
export { DecideStep, type Decision } from './application/decide-step.js';
export { OpenApproval } from './application/open-approval.js';
export { ResumeApproval } from './application/resume-approval.js';
export { SendBack } from './application/send-back.js';
export { WithdrawApproval } from './application/withdraw-approval.js';
export { type LeaderRule } from './domain/approval.js';
export {
  ApprovalGranted,
  ApprovalRefused,
  StepChased,
  StepDecided,
  StepEscalated,
  StepOpened,
  StepReminded,
  StepShared,
  type SubjectKind,
} from './domain/events.js';

/** Whether a host may be booked: not while suspended, not beyond the monthly quota. */
export abstract class HostAvailability {
  /** `ownVisitId` is a visit that is being changed: what it was before does not count against it. */
  abstract mayReceive(hostId: string, people: number, from: Date, ownVisitId?: string): Promise<boolean>;
}

export { HostLedgerQuery } from './application/host-ledger.query.js';
