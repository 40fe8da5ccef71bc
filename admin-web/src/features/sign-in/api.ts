import { type KeepProviderInput, type ProviderTest, type SignInProviderRow } from '@gatehouse/contract';
import { get, post, send } from '@/shared/http';

const path = (key: string) => `/api/sign-in/providers/${encodeURIComponent(key)}`;

export const fetchProviderRows = () => get<SignInProviderRow[]>('/api/sign-in/providers');
export const keepProvider = (key: string, input: KeepProviderInput) => send('PUT', path(key), { body: input });
export const tryProvider = (key: string) => post<ProviderTest>(`${path(key)}/test`);
