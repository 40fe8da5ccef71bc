import {
  type AgreeInput,
  type AgreementResult,
  type AgreeToSeveralInput,
  type ApprovalDetail,
  type ApprovalFilter,
  type ApprovalPage,
  type AskForCorrectionInput,
  type OpinionBook,
  type OpinionDraftInput,
  type RefuseInput,
} from '@gatehouse/contract';
import { get, post } from '@/shared/http';

type Request = { [Name in keyof ApprovalFilter]: string | undefined };

export const fetchApprovals = ({ state, q, from, until, after }: Request) =>
  get<ApprovalPage>('/api/approvals', { state, q, from, until, after });

export const fetchApproval = (id: string) => get<ApprovalDetail>(`/api/approvals/${id}`);
export const agree = (id: string, input: AgreeInput) => post<void>(`/api/approvals/${id}/agreement`, input);
export const refuse = (id: string, input: RefuseInput) => post<void>(`/api/approvals/${id}/refusal`, input);
export const askForCorrection = (id: string, input: AskForCorrectionInput) =>
  post<void>(`/api/approvals/${id}/correction`, input);
export const fetchOpinions = () => get<OpinionBook>('/api/opinions');
export const keepDraft = (id: string, input: OpinionDraftInput) => post<void>(`/api/approvals/${id}/draft`, input);
export const markSeen = (id: string) => post<void>(`/api/approvals/${id}/seen`);
export const agreeToSeveral = (input: AgreeToSeveralInput) =>
  post<AgreementResult[]>('/api/approvals/agreements', input);
