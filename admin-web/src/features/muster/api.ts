import { type EmergencyView, type OfficeMuster } from '@gatehouse/contract';
import { get } from '@/shared/http';

export const fetchMuster = (campus: string) => get<OfficeMuster>('/api/muster', { campus });
export const fetchEmergencies = () => get<EmergencyView[]>('/api/emergencies');
