import { type BlacklistRow, type ListPersonInput } from '@gatehouse/contract';
import { get, post } from '@/shared/http';

export const fetchBlacklist = (filter: { q: string; state: string }) => get<BlacklistRow[]>('/api/blacklist', filter);
export const listPerson = (person: ListPersonInput) => post<{ id: string }>('/api/blacklist', person);
export const liftEntry = (id: string, reason: string) => post<void>(`/api/blacklist/${id}/lift`, { reason });
