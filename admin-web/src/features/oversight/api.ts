import { type AuditRow, type Dashboard, type DeliveryRow, type Page } from '@gatehouse/contract';
import { download, saveFile } from '@/shared/download';
import { get, post } from '@/shared/http';

export const fetchDashboard = (campus: string, view = '') => get<Dashboard>('/api/dashboard', { campus, view });
export const fetchAudit = (filter: Record<string, string | number | undefined>) =>
  get<Page<AuditRow>>('/api/audit', filter);
export const fetchDeliveries = (state: string) => get<DeliveryRow[]>('/api/deliveries', { state });
export const sendAgain = (id: string) => post<void>(`/api/deliveries/${id}/retry`);

/** The signed end of the audit chain, as the server publishes it. */
export interface Checkpoint {
  seq: number;
  at: string;
}
export const fetchCheckpoints = () => get<Checkpoint[]>('/api/audit/checkpoints');
export const exportAudit = () => download('/api/audit/export', { method: 'GET' });

/** Signs the end of the chain now and saves the proof. Resolves with the name of the file. */
export async function saveCheckpoint(): Promise<string> {
  const checkpoint = await post<Checkpoint>('/api/audit/checkpoints');
  const name = `checkpoint-${checkpoint.seq}.json`;
  saveFile(new Blob([JSON.stringify(checkpoint, null, 2)], { type: 'application/json' }), name);
  return name;
}
