import {
  type GuestListReport,
  type InvitationBatchRow,
  type InvitationRow,
  type MakeInvitationInput,
} from '@gatehouse/contract';
import { download } from '@/shared/download';
import { get, post } from '@/shared/http';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface ListHow {
  apply: boolean;
  preApproved: boolean;
  /** the same for every press on the same preview */
  key: string;
}

export const fetchInvitations = () => get<InvitationRow[]>('/api/invitations');
export const makeInvitation = (input: MakeInvitationInput) => post<InvitationRow>('/api/invitations', input);
export const withdrawInvitation = (id: string) => post<void>(`/api/invitations/${id}/withdrawal`);
export const fetchBatches = () => get<InvitationBatchRow[]>('/api/invitations/batches');

/** Sends the file as it is; the server finds out what is in it. */
export function sendList(file: File, { apply, preApproved, key }: ListHow): Promise<GuestListReport> {
  const type = /\.xlsx$/i.test(file.name) ? XLSX : 'text/csv';
  const query = { apply: String(apply), preApproved: String(preApproved) };
  return post<GuestListReport>('/api/invitations/batches', new Blob([file], { type }), query, {
    'Idempotency-Key': key,
  });
}

export const saveTemplate = (form: 'csv' | 'xlsx') =>
  download(`/api/invitations/batches/template?form=${form}`, { method: 'GET' });
export const saveReport = (batchId: string, form: 'csv' | 'xlsx') =>
  download(`/api/invitations/batches/${batchId}/report?form=${form}`, { method: 'GET' });
