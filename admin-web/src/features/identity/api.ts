import { type SignedOut, type SignInProvider, type StaffIdentity } from '@gatehouse/contract';
import { get, post } from '@/shared/http';

export const fetchProviders = () => get<SignInProvider[]>('/api/auth/providers');
export const fetchStaff = () => get<StaffIdentity>('/api/auth/me');
export const endSession = () => post<SignedOut>('/api/auth/sign-out');
