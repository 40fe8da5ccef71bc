import { Injectable } from '@nestjs/common';
import { type RequestVisitInput } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { type Invitation } from '../domain/invitation.js';
import { type Visit } from '../domain/visit.js';
import { Invitations, InvitationTokens } from './invitations.js';

interface InvitedApplication {
  input: RequestVisitInput;
  /** null when nobody invited */
  invitation: Invitation | null;
}

/** Applications that come by an invitation. */
@Injectable()
export class InvitedGuests {
  constructor(
    private readonly invitations: Invitations,
    private readonly tokens: InvitationTokens,
  ) {}

  /** Throws `invitation.not-valid`, whatever is wrong with it. */
  async opened(token: string, now: Date): Promise<Invitation> {
    const invitation = await this.invitations.withHash(this.tokens.hash(token));
    if (!invitation?.isOpen(now) || (await this.invitations.left(invitation.id)) === 0)
      throw new DomainError('invitation.not-valid');
    return invitation;
  }

  /** The application with what its invitation fixes, whatever the phone sent in those fields. */
  async fixedBy(input: RequestVisitInput, now: Date): Promise<InvitedApplication> {
    if (!input.invitation) return { input, invitation: null };
    const invitation = await this.opened(input.invitation, now);
    const { campusId, unitId, hostId, purpose } = invitation;
    const asked = { from: new Date(input.period.from), until: new Date(input.period.until) };
    const { from, until } = invitation.periodFor(asked, now);
    const period = { from: from.toISOString(), until: until.toISOString() };
    const fixed = { campusId, unitId, host: { staffId: hostId }, period, purpose: purpose ?? input.purpose };
    return { invitation, input: { ...input, ...fixed } };
  }

  async take(invitation: Invitation, visit: Visit, now: Date): Promise<void> {
    const people = visit.party.length;
    invitation.use(visit.id, visit.party[0]?.mobileIndex ?? null, people, now);
    if (await this.invitations.take(invitation.id, visit.id, people, now)) return;
    const left = await this.invitations.left(invitation.id);
    if (left === 0) throw new DomainError('invitation.not-valid');
    throw new DomainError('invitation.too-many-people', { left }, [
      { path: 'companions', code: 'invitation.too-many-people' },
    ]);
  }
}
