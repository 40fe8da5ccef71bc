import { type LongTermFilter, type LongTermPage, type RenewInput, type RevokeTermInput } from '@gatehouse/contract';
import { get, post } from '@/shared/http';

type Loose<T> = { [Name in keyof T]?: T[Name] | string };

export const fetchLongTerm = (filter: Loose<LongTermFilter>) =>
  get<LongTermPage>('/api/long-term-visits', { ...filter });
export const renew = (id: string, input: RenewInput) => post<void>(`/api/long-term-visits/${id}/renewal`, input);
export const revoke = (id: string, input: RevokeTermInput) =>
  post<void>(`/api/long-term-visits/${id}/revocation`, input);
