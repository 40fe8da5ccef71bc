import {
  type AgreeInput,
  type ApprovalDetail,
  type ApprovalFilter,
  type ApprovalPage,
  type RefuseInput,
} from '@gatehouse/contract/approval';
import { type SignedOut, type SignInProvider, type StaffIdentity } from '@gatehouse/contract/identity';
import { type AskForCorrectionInput } from '@gatehouse/contract/visit-life';
import { type BookingInfo } from '@gatehouse/contract/visit';
import { ApiError, get, post } from '../shared/http.ts';
import { forgetIdentity } from './session.ts';

const approvalPath = (id: string, ...rest: string[]) => ['/api/approvals', encodeURIComponent(id), ...rest].join('/');

export const providers = () => get<SignInProvider[]>('/api/auth/providers');
export const whoAmI = () => get<StaffIdentity>('/api/auth/me');
export const signOut = () => post<SignedOut>('/api/auth/sign-out', {});
export const booking = () => get<BookingInfo>('/api/booking');

export const approvals = (filter: ApprovalFilter) =>
  signedIn(get<ApprovalPage>('/api/approvals', { query: { ...filter } }));
export const approval = (id: string) => signedIn(get<ApprovalDetail>(approvalPath(id)));
export const agree = (id: string, input: AgreeInput) => signedIn(post<void>(approvalPath(id, 'agreement'), input));
export const askForCorrection = (id: string, input: AskForCorrectionInput) =>
  signedIn(post<void>(approvalPath(id, 'correction'), input));
export const refuse = (id: string, input: RefuseInput) => signedIn(post<void>(approvalPath(id, 'refusal'), input));

/** A session that ended in between leads to the sign-in page, over the page that was open. */
export async function signedIn<T>(request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof ApiError && error.code === 'auth.sign-in-needed') forgetIdentity();
    throw error;
  }
}
