import { type AskVerdictInput, type VerdictAnswer } from '@gatehouse/contract/passage';
import { type GateApi } from '../device/gate-api.ts';

/** Whoever judges a credential shown at the gate. Asked twice with the same nonce, it gives the same answer. */
export interface VerdictSource {
  ask(question: AskVerdictInput): Promise<VerdictAnswer>;
}

export const onlineVerdicts = (api: Pick<GateApi, 'askVerdict'>): VerdictSource => ({
  ask: (question) => api.askVerdict(question),
});
