import { type AskVerdictInput } from '@gatehouse/contract';
import { type Scope } from '../../../platform/scope.js';
import { type AskingDevice } from '../../application/gate-desk.js';
import { type GateFact } from '../gate-facts.js';
import { type Shown } from './credential.js';

/** One verdict asked for, read and ready to be judged in a batch. */
export interface Question {
  device: AskingDevice;
  input: AskVerdictInput;
  gate: GateFact;
  shown: Shown;
  /** of the request: a batch works for many, and each entry of the audit names its own */
  scope: Scope;
}

/** What holds a reservation: nonces are only unique per device. */
export const holderOf = (deviceId: string, nonce: string): string => `${deviceId}|${nonce}`;
