import { type ConfirmPassageInput } from '@gatehouse/contract';
import { type Scope } from '../../../platform/scope.js';
import { type AskingDevice } from '../../application/gate-desk.js';

/** One outcome on its way into a batch. */
export interface Confirmation {
  device: AskingDevice;
  passageId: string;
  input: ConfirmPassageInput;
  scope: Scope;
}
