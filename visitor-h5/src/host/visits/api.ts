import {
  type HostMessages,
  type MoveEndInput,
  type MyVisit,
  type MyVisitFilter,
  type MyVisitPage,
} from '@gatehouse/contract/my-visits';
import { get, post, put } from '../../shared/http.ts';
import { signedIn } from '../api.ts';

const path = (id: string, ...rest: string[]) => ['/api/my-visits', encodeURIComponent(id), ...rest].join('/');

export const myVisits = (filter: MyVisitFilter) =>
  signedIn(get<MyVisitPage>('/api/my-visits', { query: { ...filter } }));
export const myVisit = (id: string) => signedIn(get<MyVisit>(path(id)));
export const revoke = (id: string, reason: string) => signedIn(post<void>(path(id, 'revocation'), { reason }));
export const moveEnd = (id: string, input: MoveEndInput) => signedIn(post<void>(path(id, 'period'), input));
export const answerStay = (id: string, answer: 'left' | 'unknown') =>
  signedIn(post<void>(path(id, 'stay'), { answer }));
export const messages = () => signedIn(get<HostMessages>('/api/my-messages'));
export const chooseMessages = (wishes: HostMessages) => signedIn(put<void>('/api/my-messages', wishes));
