import { type OfficeDecisionInput, type OpenApprovalRow } from '@gatehouse/contract';
import { get, post } from '@/shared/http';

export const fetchOpenApprovals = (late: boolean) =>
  get<OpenApprovalRow[]>('/api/office/approvals', late ? { late: 'true' } : {});
export const decideForOffice = (id: string, input: OfficeDecisionInput) =>
  post<void>(`/api/office/approvals/${id}/decision`, input);
export const chaseApproval = (id: string) => post<void>(`/api/office/approvals/${id}/chase`);
