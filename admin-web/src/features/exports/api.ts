import { type ExportRow, type RequestExportInput } from '@gatehouse/contract';
import { download } from '@/shared/download';
import { get, post } from '@/shared/http';

export const fetchExports = () => get<ExportRow[]>('/api/exports');
export const fetchExport = (id: string) => get<ExportRow>(`/api/exports/${id}`);
export const cancelExport = (id: string) => post<void>(`/api/exports/${id}/cancellation`);
export const exportAgain = (id: string) => post<ExportRow>(`/api/exports/${id}/again`);
/** Resolves with the name of the saved file. */
export const saveExport = (id: string) => download(`/api/exports/${id}/file`, { method: 'GET' });

/** Empty filters are none. */
export function requestExport(input: RequestExportInput): Promise<ExportRow> {
  const filter = Object.fromEntries(Object.entries(input.filter).filter(([, value]) => value));
  return post<ExportRow>('/api/exports', { ...input, filter });
}
