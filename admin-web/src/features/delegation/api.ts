import { type DelegateChoice, type DelegateInput, type DelegationPage } from '@gatehouse/contract';
import { get, post } from '@/shared/http';

export const fetchDelegations = () => get<DelegationPage>('/api/delegations');
export const fetchCandidates = (q: string) => get<DelegateChoice[]>('/api/delegations/candidates', { q });
export const delegate = (input: DelegateInput) => post<{ id: string }>('/api/delegations', input);
export const endDelegation = (id: string) => post<void>(`/api/delegations/${encodeURIComponent(id)}/end`);
