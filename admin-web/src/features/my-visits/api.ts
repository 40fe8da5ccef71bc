import {
  type AnswerStayInput,
  type HostMessages,
  type MoveEndInput,
  type MyVisit,
  type MyVisitFilter,
  type MyVisitPage,
  type RevokeVisitInput,
} from '@gatehouse/contract';
import { get, post, send } from '@/shared/http';

type Request = { [Name in keyof MyVisitFilter]: string | undefined };
const path = (id: string, what = '') => `/api/my-visits/${encodeURIComponent(id)}${what}`;

export const fetchMyVisits = ({ when, after }: Request) => get<MyVisitPage>('/api/my-visits', { when, after });
export const fetchMyVisit = (id: string) => get<MyVisit>(path(id));
export const revokeVisit = (id: string, input: RevokeVisitInput) => post<void>(path(id, '/revocation'), input);
export const moveEnd = (id: string, input: MoveEndInput) => post<void>(path(id, '/period'), input);
export const answerStay = (id: string, input: AnswerStayInput) => post<void>(path(id, '/stay'), input);
export const fetchMessages = () => get<HostMessages>('/api/my-messages');
export const chooseMessages = (wishes: HostMessages) => send('PUT', '/api/my-messages', { body: wishes });
