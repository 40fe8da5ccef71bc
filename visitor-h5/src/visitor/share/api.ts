import {
  type ClaimedPass,
  type CompanionVisit,
  type PassShare,
  type SharedPass,
  type ShareState,
} from '@gatehouse/contract/pass-share';
import { get, post, remove } from '../../shared/http.ts';

const shareOf = (id: string) => `/api/visitor/passes/${encodeURIComponent(id)}/share`;

export const shareState = (id: string) => get<ShareState>(shareOf(id));
export const share = (id: string) => post<PassShare>(shareOf(id));
export const takeBack = (id: string) => remove<void>(shareOf(id));
/** The token travels in the body: an address would end up in logs. */
export const behind = (token: string) => post<SharedPass>('/api/visitor/shared-passes', { token });
export const claim = (token: string) => post<ClaimedPass>('/api/visitor/shared-passes/claim', { token });
export const companionVisits = () => get<CompanionVisit[]>('/api/visitor/companion-visits');
