import {
  type BlacklistFilter,
  type BlacklistHits,
  type BlacklistImportReport,
  type BlacklistPage,
  type CaughtVisit,
  type EndCaughtInput,
  type ListPersonInput,
  type ReviewEntryInput,
} from '@gatehouse/contract';
import { download } from '@/shared/download';
import { get, post } from '@/shared/http';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Loose<T> = { [Name in keyof T]?: T[Name] | string };

/** `active`, `due`, `ended` or `all`. */
export const fetchBlacklist = ({ state, ...filter }: Loose<BlacklistFilter>) =>
  get<BlacklistPage>('/api/blacklist', { ...filter, state: state === 'all' ? undefined : state });
export const fetchHits = (from: string, until: string, entry?: string) =>
  get<BlacklistHits>('/api/blacklist/hits', { from, until, entry });
export const listPerson = (person: ListPersonInput) => post<{ id: string }>('/api/blacklist', person);
export const liftEntry = (id: string, reason: string) => post<void>(`/api/blacklist/${id}/lift`, { reason });
export const reviewEntry = (id: string, review: ReviewEntryInput) => post<void>(`/api/blacklist/${id}/review`, review);
export const fetchCaught = (id: string) => get<CaughtVisit[]>(`/api/blacklist/${id}/caught`);
export const endCaught = (id: string, input: EndCaughtInput) => post<void>(`/api/blacklist/${id}/caught`, input);
export const addEvidence = (id: string, file: File) =>
  post<{ id: string }>(`/api/blacklist/${id}/evidence`, file, { name: file.name.slice(-120) });
export const evidenceLink = (id: string, file: string) => `/api/blacklist/${id}/evidence/${file}`;

/** Sends the sheet as it is; without `apply` nobody is listed. */
export function importEntries(file: File, apply: boolean): Promise<BlacklistImportReport> {
  const type = /\.xlsx$/i.test(file.name) ? XLSX : 'text/csv';
  return post<BlacklistImportReport>('/api/blacklist/imports', new Blob([file], { type }), { apply: String(apply) });
}

export const saveTemplate = () => download('/api/blacklist/template?form=xlsx', { method: 'GET' });
