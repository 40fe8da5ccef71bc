import {
  type DirectoryMemberPage,
  type DirectorySourceInfo,
  type DirectoryStaffFilter,
  type DirectoryUnit,
  type SyncNowInput,
  type SyncReport,
  type SyncRun,
} from '@gatehouse/contract';
import { download } from '@/shared/download';
import { get, post } from '@/shared/http';

export interface ImportHow {
  complete: boolean;
  dryRun: boolean;
  confirmedLeavers?: number;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const fetchUnits = (q: string, state?: string) => get<DirectoryUnit[]>('/api/directory/units', { q, state });
export const fetchStaff = (filter: DirectoryStaffFilter) =>
  get<DirectoryMemberPage>('/api/directory/staff', { ...filter });
export const setLeader = (staffId: string, leader: boolean) =>
  post<void>(`/api/directory/staff/${staffId}/leader`, { leader });
export const fetchSyncs = () => get<SyncRun[]>('/api/directory/syncs');
export const fetchReport = (syncId: string) => get<SyncReport>(`/api/directory/syncs/${syncId}`);
export const fetchSource = () => get<DirectorySourceInfo>('/api/directory/source');
export const syncNow = (input: SyncNowInput) => post<SyncReport>('/api/directory/syncs', input);

/** Sends the file as it is; the server finds out what is in it. */
export function importFile(file: File, { complete, dryRun, confirmedLeavers }: ImportHow): Promise<SyncReport> {
  const type = /\.xlsx$/i.test(file.name) ? XLSX : 'text/csv';
  const query = { name: file.name.slice(-120), complete: String(complete), dryRun: String(dryRun), confirmedLeavers };
  return post<SyncReport>('/api/directory/imports', new Blob([file], { type }), query);
}

export const saveTemplate = (part: 'unit' | 'staff', form: 'csv' | 'xlsx') =>
  download(`/api/directory/template?part=${part}&form=${form}`, { method: 'GET' });
export const saveReport = (syncId: string) => download(`/api/directory/syncs/${syncId}/report`, { method: 'GET' });
