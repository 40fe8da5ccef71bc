import { type InvitationRow, type MakeInvitationInput } from '@gatehouse/contract/invitation';
import { get, post } from '../../shared/http.ts';
import { signedIn } from '../api.ts';

export const invitations = () => signedIn(get<InvitationRow[]>('/api/invitations'));
export const makeInvitation = (input: MakeInvitationInput) => signedIn(post<InvitationRow>('/api/invitations', input));
export const withdrawInvitation = (id: string) =>
  signedIn(post<void>(`/api/invitations/${encodeURIComponent(id)}/withdrawal`, {}));
