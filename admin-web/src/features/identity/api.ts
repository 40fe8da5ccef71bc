import {
  type LocalSignInInput,
  type SetupDone,
  type SetupInput,
  type SetupOffer,
  type SignedOut,
  type SignInProvider,
  type StaffIdentity,
} from '@gatehouse/contract';
import { get, post } from '@/shared/http';

export const fetchProviders = () => get<SignInProvider[]>('/api/auth/providers');
export const fetchStaff = () => get<StaffIdentity>('/api/auth/me');
export const endSession = () => post<SignedOut>('/api/auth/sign-out');
export const signInLocally = (input: LocalSignInInput) => post<void>('/api/auth/local/sign-in', input);
export const lookAtSetup = (token: string) => post<SetupOffer>('/api/setup/look', { token });
export const finishSetup = (input: SetupInput) => post<SetupDone>('/api/setup', input);
