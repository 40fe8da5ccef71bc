import { type DelegateChoice, type DelegateInput, type DelegationPage } from '@gatehouse/contract/delegation';
import { get, post } from '../shared/http.ts';

export const delegations = () => get<DelegationPage>('/api/delegations');
export const candidates = () => get<DelegateChoice[]>('/api/delegations/candidates');
export const delegate = (input: DelegateInput) => post<{ id: string }>('/api/delegations', input);
export const endDelegation = (id: string) => post<void>(`/api/delegations/${encodeURIComponent(id)}/end`);
