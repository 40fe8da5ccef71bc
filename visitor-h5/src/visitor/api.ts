import { type NoticeText, type NoticeVersion } from '@gatehouse/contract/consent';
import {
  type RedeemCodeInput,
  type SendCodeAnswer,
  type SendCodeInput,
  type VisitorIdentity,
} from '@gatehouse/contract/identity';
import { type HostChoice, type UnitInfo } from '@gatehouse/contract/directory';
import { type TodaysPass, type PassView, type RegisterKeyInput, type ServerCodes } from '@gatehouse/contract/passage';
import {
  type ChangeVisitInput,
  type CorrectVisitInput,
  type DepartureInput,
  type ExtendVisitInput,
} from '@gatehouse/contract/visit-life';
import {
  type BookingInfo,
  type CancelVisitInput,
  type RequestVisitInput,
  type VisitorVisit,
  type VisitorVisitPage,
  type VisitRequested,
} from '@gatehouse/contract/visit';
import { get, post, remove } from '../shared/http.ts';

const path = (...parts: string[]) => `/api/${parts.map(encodeURIComponent).join('/')}`;

export const booking = () => get<BookingInfo>('/api/booking');
export const notices = () => get<NoticeVersion[]>('/api/notices');
export const notice = (version: string) => get<NoticeText>(path('notices', version));
export const units = (campus: string, q: string) => get<UnitInfo[]>('/api/units', { query: { campus, q } });
export const hosts = (unit: string, q: string) => get<HostChoice[]>('/api/hosts', { query: { unit, q } });
export const requestVisit = (input: RequestVisitInput, key: string) =>
  post<VisitRequested>('/api/visits', input, { headers: { 'idempotency-key': key } });

export const sendCode = (input: SendCodeInput) => post<SendCodeAnswer>('/api/visitor/codes', input);
export const redeemCode = (input: RedeemCodeInput) => post<VisitorIdentity>('/api/visitor/session', input);
export const whoAmI = () => get<VisitorIdentity>('/api/visitor/session');
export const signOut = () => remove<void>('/api/visitor/session');

export const visits = (after?: string) => get<VisitorVisitPage>('/api/visitor/visits', { query: { after } });
export const visit = (id: string) => get<VisitorVisit>(path('visitor', 'visits', id));
export const cancelVisit = (id: string, input: CancelVisitInput) =>
  post<void>(path('visitor', 'visits', id, 'cancellation'), input);

const ofVisit = (id: string, what: string, input: unknown) => post<void>(path('visitor', 'visits', id, what), input);
export const leave = (id: string, input: DepartureInput) => ofVisit(id, 'departure', input);
export const correctVisit = (id: string, input: CorrectVisitInput) => ofVisit(id, 'correction', input);
export const changeVisit = (id: string, input: ChangeVisitInput) => ofVisit(id, 'change', input);
export const extendVisit = (id: string, input: ExtendVisitInput) => ofVisit(id, 'extension', input);

/** With the public key of this phone, the answer says whether the pass is on it. */
export const pass = (id: string, publicKey?: string) =>
  get<PassView>(path('visitor', 'passes', id), { query: { publicKey } });
export const todaysPasses = (campus: string) => get<TodaysPass[]>('/api/visitor/todays-passes', { query: { campus } });
export const registerKey = (id: string, input: RegisterKeyInput) =>
  post<PassView>(path('visitor', 'passes', id, 'key'), input);
export const holdKeyOnServer = (id: string, input: { move?: boolean }) =>
  post<PassView>(path('visitor', 'passes', id, 'server-key'), input);
export const serverCodes = (id: string) => get<ServerCodes>(path('visitor', 'passes', id, 'codes'));
