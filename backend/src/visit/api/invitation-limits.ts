import { INVITATIONS_A_DAY } from '../application/invitation-batches.js';

/** Invitations of one host, one by one or by lists. */
export const invitationsOfAHost = { name: 'invitations-of-a-host', points: INVITATIONS_A_DAY, seconds: 86_400 };
