import { type AuditRow, type Dashboard, type DeliveryRow, type Page } from '@gatehouse/contract';
import { get, post } from '@/shared/http';

export const fetchDashboard = (campus: string) => get<Dashboard>('/api/dashboard', { campus });
export const fetchAudit = (filter: Record<string, string | number | undefined>) =>
  get<Page<AuditRow>>('/api/audit', filter);
export const fetchDeliveries = (state: string) => get<DeliveryRow[]>('/api/deliveries', { state });
export const sendAgain = (id: string) => post<void>(`/api/deliveries/${id}/retry`);
