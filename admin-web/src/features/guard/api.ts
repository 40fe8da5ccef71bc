import { type AddGuardInput, type GuardPin, type GuardRow } from '@gatehouse/contract';
import { get, post, send } from '@/shared/http';

export const fetchGuards = () => get<GuardRow[]>('/api/guards');
export const addGuard = (guard: AddGuardInput) => post<GuardPin>('/api/guards', guard);
export const renewPin = (id: string) => post<GuardPin>(`/api/guards/${id}/pin`);
export const placeGuard = (id: string, gateIds: string[]) => post<void>(`/api/guards/${id}/gates`, { gateIds });
export const suspendGuard = (id: string, reason: string) => post<void>(`/api/guards/${id}/suspension`, { reason });
export const resumeGuard = (id: string) => send('DELETE', `/api/guards/${id}/suspension`);
export const endGuard = (id: string) => post<void>(`/api/guards/${id}/end`);
