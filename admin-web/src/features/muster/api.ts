import { type EmergencyView, type OfficeMuster } from '@gatehouse/contract';
import { get, post } from '@/shared/http';

export const fetchMuster = (campus: string) => get<OfficeMuster>('/api/muster', { campus });
export const notePrinted = (campus: string, people: number) => post<void>('/api/muster/prints', { campus, people });
export const fetchEmergencies = () => get<EmergencyView[]>('/api/emergencies');
