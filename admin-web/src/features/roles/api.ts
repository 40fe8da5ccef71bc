import {
  type AppointInput,
  type LocalAccountRow,
  type RoleBook,
  type RoleCandidate,
  type RoleGrantRow,
  type SetupLink,
} from '@gatehouse/contract';
import { get, post } from '@/shared/http';

export const fetchRoleBook = () => get<RoleBook>('/api/roles');
export const fetchGrants = (filter: { q: string; role: string; state: string }) =>
  get<RoleGrantRow[]>('/api/roles/grants', filter);
export const fetchCandidates = (q: string) => get<RoleCandidate[]>('/api/roles/candidates', { q });
export const appoint = (input: AppointInput) => post<{ id: string }>('/api/roles/grants', input);
export const endGrant = (id: string, reason: string) => post<void>(`/api/roles/grants/${id}/end`, { reason });

export const fetchLocalAccounts = () => get<LocalAccountRow[]>('/api/local-accounts');
export const makeSetupLink = (accountId?: string) =>
  post<SetupLink>('/api/local-accounts/links', { ...(accountId && { accountId }) });
export const endLocalAccount = (id: string) => post<void>(`/api/local-accounts/${id}/end`, {});
