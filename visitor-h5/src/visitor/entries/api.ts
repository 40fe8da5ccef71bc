import { type InvitationView } from '@gatehouse/contract/invitation';
import { get } from '../../shared/http.ts';

/** The token travels in a header: addresses are kept by proxies and logs. */
export const invitation = (token: string) =>
  get<InvitationView>('/api/invitations/by-token', { headers: { 'invitation-token': token } });
