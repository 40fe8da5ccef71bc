export { ApprovalGranted, ApprovalRefused, StepDecided, StepOpened } from './domain/events.js';
