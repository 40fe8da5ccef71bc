import { type SignInProvider, type StaffIdentity } from '@gatehouse/contract';
import { get, send } from '@/shared/http';

export const fetchProviders = () => get<SignInProvider[]>('/api/auth/providers');
export const fetchStaff = () => get<StaffIdentity>('/api/auth/me');
export const endSession = () => send('DELETE', '/api/auth/session');
