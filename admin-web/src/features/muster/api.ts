import { type EmergencyView, type MusterTick, type MusterTickInput, type OfficeMuster } from '@gatehouse/contract';
import { get, post, send } from '@/shared/http';

export const fetchMuster = (campus: string) => get<OfficeMuster>('/api/muster', { campus });
export const notePrinted = (campus: string, people: number) => post<void>('/api/muster/prints', { campus, people });
export const fetchEmergencies = () => get<EmergencyView[]>('/api/emergencies');
export const fetchTicks = (campus: string) => get<MusterTick[]>('/api/muster/ticks', { campus });
export const sendTick = (body: MusterTickInput) => send('PUT', '/api/muster/ticks', { body });
export const clearTicks = (campus: string) => post<void>('/api/muster/ticks/clear', { campus });
