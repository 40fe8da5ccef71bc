import { Injectable } from '@nestjs/common';
import { type MakeInvitationInput } from '@gatehouse/contract';
import { checkMobile, maskMobile } from '@gatehouse/contract/rules/mobile-number';
import { type StaffMember } from '../../directory/public.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { objectionsTo, Rules } from '../../policy/public.js';
import { Invitation } from '../domain/invitation.js';
import { InvitationTokens } from './invitations.js';
import { PartyVault } from './party-vault.js';

/** Makes an invitation that the rules let its guest use; keeping it is up to the caller. */
@Injectable()
export class InvitationMaker {
  constructor(
    private readonly tokens: InvitationTokens,
    private readonly rules: Rules,
    private readonly vault: PartyVault,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Throws with the fields that are wrong. */
  async make(host: StaffMember, input: MakeInvitationInput): Promise<{ invitation: Invitation; token: string }> {
    const now = this.clock.now();
    const mayPreApprove = await this.checkAgainstRules(host.campusId, input, now);
    const { period } = input;
    const token = await this.tokens.make();
    const invitation = Invitation.make(
      {
        id: this.ids.uuid(),
        kind: input.kind,
        campusId: host.campusId,
        unitId: host.unitId,
        hostId: host.id,
        token,
        period: period ? { from: new Date(period.from), until: new Date(period.until) } : null,
        purpose: input.purpose ?? null,
        note: input.note ?? null,
        people: input.people,
        preApproved: input.preApproved,
        mobile: input.mobile ? await this.mobile(input.mobile) : null,
        expiresAt: new Date(input.expiresAt),
      },
      mayPreApprove,
      now,
    );
    return { invitation, token: token.text };
  }

  /** An invitation must not promise what the rules then refuse. Answers whether hosts may agree beforehand. */
  private async checkAgainstRules(
    campusId: string,
    { period, purpose }: MakeInvitationInput,
    now: Date,
  ): Promise<boolean> {
    const rulebook = await this.rules.current();
    const { from, until } = period ?? { from: now, until: now };
    const booking = { from: new Date(from), until: new Date(until), companions: 0, purpose: purpose ?? '', campusId };
    const objections = objectionsTo(booking, rulebook, now).filter(
      ({ path }) => (period && path.startsWith('period')) || (purpose && path === 'purpose'),
    );
    if (objections.length > 0) throw new DomainError('request.invalid', {}, objections);
    return rulebook.settings.invitation.preApproved;
  }

  private async mobile(typed: string): Promise<{ index: string; masked: string }> {
    const checked = checkMobile(typed, 'OTHER');
    if (!checked.ok) throw new DomainError('request.invalid', {}, [{ path: 'mobile', code: checked.code }]);
    return { index: await this.vault.mobileIndex(checked.number), masked: maskMobile(checked.number) };
  }
}
