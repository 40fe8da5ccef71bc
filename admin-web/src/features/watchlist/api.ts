import { type BlacklistRow, type ListPersonInput } from '@gatehouse/contract';
import { get, post } from '@/shared/http';

/** `active`, `ended` or, without one, all. */
export const fetchBlacklist = (q: string, state?: string) => get<BlacklistRow[]>('/api/blacklist', { q, state });
export const listPerson = (person: ListPersonInput) => post<{ id: string }>('/api/blacklist', person);
export const liftEntry = (id: string, reason: string) => post<void>(`/api/blacklist/${id}/lift`, { reason });
