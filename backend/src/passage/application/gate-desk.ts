import {
  type AskVerdictInput,
  type ConfirmPassageInput,
  type OutcomeAnswer,
  type VerdictAnswer,
} from '@gatehouse/contract';

export interface AskingDevice {
  id: string;
  campusId: string;
  gateIds: string[];
}

/**
 * The one hot path of the house. Requests are judged in group commits; callers do not see the batch, each gets its own
 * answer, after the commit. No commands: what they would cost is most of what a gate has to do.
 */
export abstract class GateDesk {
  /** Judges whoever stands at a gate and stores that. The same nonce of the same device gets the same answer. */
  abstract ask(device: AskingDevice, question: AskVerdictInput): Promise<VerdictAnswer>;
  /** What happened after a verdict. The same outcome again is a duplicate, another one a conflict. */
  abstract confirm(device: AskingDevice, passageId: string, outcome: ConfirmPassageInput): Promise<OutcomeAnswer>;
}
