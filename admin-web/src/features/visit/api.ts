import {
  type RevealedPerson,
  type RevealPersonInput,
  type VisitScreening,
  type CountedPage,
  type StaffVisit,
  type VisitFilter,
  type VisitRow,
} from '@gatehouse/contract';
import { get, post } from '@/shared/http';

type Loose<T> = { [Name in keyof T]?: T[Name] | string };

export const fetchVisits = (filter: Loose<VisitFilter>) => get<CountedPage<VisitRow>>('/api/visits', { ...filter });
export const fetchVisit = (id: string) => get<StaffVisit>(`/api/visits/${id}`);
export const refuseByOffice = (id: string, reason: string) =>
  post<void>(`/api/visits/${id}/office-refusal`, { reason });
export const fetchScreening = (id: string) => get<VisitScreening>(`/api/visits/${id}/screening`);
export const revealPerson = (id: string, index: number, input: RevealPersonInput) =>
  post<RevealedPerson>(`/api/visits/${id}/people/${index}/reveal`, input);
