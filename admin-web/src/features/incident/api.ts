import { type CloseIncidentInput, type IncidentFilter, type IncidentPage, type IncidentRow } from '@gatehouse/contract';
import { get, post } from '@/shared/http';

type Loose<T> = { [Name in keyof T]?: T[Name] | string };

export const fetchIncidents = (filter: Loose<IncidentFilter>) => get<IncidentPage>('/api/incidents', { ...filter });
export const fetchIncident = (id: string) => get<IncidentRow>(`/api/incidents/${id}`);
export const closeIncident = (id: string, closing: CloseIncidentInput) =>
  post<void>(`/api/incidents/${id}/closing`, closing);
