import { type PersonFilter, type PersonPage, type PlateFilter, type PlatePage } from '@gatehouse/contract';
import { get } from '@/shared/http';

type Loose<T> = { [Name in keyof T]?: T[Name] | string };

export const fetchPeople = (filter: Loose<PersonFilter>) => get<PersonPage>('/api/people', { ...filter });
export const fetchPlates = (filter: Loose<PlateFilter>) => get<PlatePage>('/api/plates', { ...filter });
