import { type CommonOpinionInput, type OpinionBook } from '@gatehouse/contract';
import { get, post } from '@/shared/http';

/** The own list, or the one that every approver is offered. */
export type ListName = 'own' | 'shared';
const below = (list: ListName, ...rest: string[]) =>
  ['/api/opinions', ...(list === 'shared' ? ['shared'] : []), ...rest].join('/');

export const fetchOpinions = () => get<OpinionBook>('/api/opinions');
export const addOpinion = (list: ListName, input: CommonOpinionInput) => post<unknown>(below(list), input);
export const rewordOpinion = (list: ListName, id: string, text: string) => post<void>(below(list, id), { text });
export const dropOpinion = (list: ListName, id: string) => post<void>(below(list, id, 'drop'));
