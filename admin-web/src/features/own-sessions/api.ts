import { type StaffSessionRow } from '@gatehouse/contract';
import { get, send } from '@/shared/http';

export const fetchSessions = () => get<StaffSessionRow[]>('/api/auth/sessions');
export const endOne = (id: string) => send('DELETE', `/api/auth/sessions/${encodeURIComponent(id)}`);
export const endOthers = () => send('DELETE', '/api/auth/sessions');
