import {
  type AnswerAppealInput,
  type HostLedgerRow,
  type OwnStanding,
  type ResaleReport,
  type SuspendHostInput,
} from '@gatehouse/contract';
import { get, post } from '@/shared/http';

export const fetchLedger = (month: string) => get<HostLedgerRow[]>('/api/hosts-ledger', { month });
export const suspendHost = (id: string, input: SuspendHostInput) =>
  post<void>(`/api/hosts-ledger/${id}/suspension`, input);
export const liftSuspension = (id: string) => post<void>(`/api/hosts-ledger/${id}/lift`);
export const answerAppeal = (id: string, input: AnswerAppealInput) =>
  post<void>(`/api/hosts-ledger/${id}/answer`, input);
export const fetchOwnStanding = () => get<OwnStanding>('/api/standing');
export const appeal = (text: string) => post<void>('/api/standing/appeal', { text });
export const fetchResaleReport = () => get<ResaleReport>('/api/resale-flags');
