import {
  type OfficeDepartureInput,
  type OverstayBoard,
  type OverstayFilter,
  type ProlongInput,
} from '@gatehouse/contract';
import { get, post } from '@/shared/http';

type Loose<T> = { [Name in keyof T]?: T[Name] | string };

export const fetchOverstays = (filter: Loose<OverstayFilter>) => get<OverstayBoard>('/api/overstays', { ...filter });
export const askHost = (id: string) => post<void>(`/api/overstays/${id}/question`);
export const prolong = (id: string, input: ProlongInput) => post<void>(`/api/overstays/${id}/period`, input);
export const noteDeparture = (id: string, input: OfficeDepartureInput) =>
  post<void>(`/api/overstays/${id}/departure`, input);
