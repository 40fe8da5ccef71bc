import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type MakeInvitationInput } from '@gatehouse/contract';
import { checkMobile, maskMobile } from '@gatehouse/contract/rules/mobile-number';
import { Hosts } from '../../directory/public.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { objectionsTo, Rules } from '../../policy/public.js';
import { Invitation } from '../domain/invitation.js';
import { Invitations, InvitationTokens } from './invitations.js';
import { PartyVault } from './party-vault.js';

/** A host invites. Answers the invitation's id. */
export class MakeInvitation extends Command<string> {
  constructor(
    readonly hostId: string,
    readonly input: MakeInvitationInput,
  ) {
    super();
  }
}

@CommandHandler(MakeInvitation)
export class MakeInvitationHandler implements ICommandHandler<MakeInvitation> {
  constructor(
    private readonly invitations: Invitations,
    private readonly tokens: InvitationTokens,
    private readonly hosts: Hosts,
    private readonly rules: Rules,
    private readonly vault: PartyVault,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ hostId, input }: MakeInvitation): Promise<string> {
    const host = await this.hosts.withId(hostId);
    if (!host?.active) throw new DomainError('auth.not-permitted');
    const now = this.clock.now();
    const mayPreApprove = await this.checkAgainstRules(input, now);
    const { period } = input;
    const invitation = Invitation.make(
      {
        id: this.ids.uuid(),
        kind: input.kind,
        campusId: host.campusId,
        unitId: host.unitId,
        hostId,
        token: await this.tokens.make(),
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
    this.invitations.add(invitation);
    return invitation.id;
  }

  /** An invitation must not promise what the rules then refuse. Answers whether hosts may agree beforehand. */
  private async checkAgainstRules({ period, purpose }: MakeInvitationInput, now: Date): Promise<boolean> {
    const { settings } = await this.rules.current();
    const { from, until } = period ?? { from: now, until: now };
    const booking = { from: new Date(from), until: new Date(until), companions: 0, purpose: purpose ?? '' };
    const objections = objectionsTo(booking, settings, now).filter(
      ({ path }) => (period && path.startsWith('period')) || (purpose && path === 'purpose'),
    );
    if (objections.length > 0) throw new DomainError('request.invalid', {}, objections);
    return settings.invitation.preApproved;
  }

  private async mobile(typed: string): Promise<{ index: string; masked: string }> {
    const checked = checkMobile(typed, 'OTHER');
    if (!checked.ok) throw new DomainError('request.invalid', {}, [{ path: 'mobile', code: checked.code }]);
    return { index: await this.vault.mobileIndex(checked.number), masked: maskMobile(checked.number) };
  }
}
