import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type RequestVisitInput } from '@gatehouse/contract';
import { HostAvailability } from '../../approval/public.js';
import { Hosts, type StaffMember } from '../../directory/public.js';
import { campusDay } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { objectionsTo, QuotaBook, Rules } from '../../policy/public.js';
import { periodFrom } from '../domain/visit-period.js';
import { Visit } from '../domain/visit.js';
import { InvitedGuests } from './invited-guests.js';
import { KeptPeople } from './kept-people.js';
import { Attachments } from './attachments.js';
import { PartyVault } from './party-vault.js';
import { currentNotice } from './privacy-notice.js';
import { RecordConsents } from './record-consents.js';
import { checkForm } from './visitor-form.js';
import { Visits } from './visits.js';

/** A visitor applies. Answers the visit's id; the same key again answers the same visit. */
export class RequestVisit extends Command<string> {
  constructor(
    readonly requestKey: string,
    readonly input: RequestVisitInput,
    /** blind index of the proven phone, hexadecimal; whoever has none keeps nobody from an earlier visit */
    readonly mobileIndex: string | null = null,
    /** registered at the gate: nobody can ask for a lead time any more */
    readonly isWalkIn = false,
  ) {
    super();
  }
}

@CommandHandler(RequestVisit)
export class RequestVisitHandler implements ICommandHandler<RequestVisit> {
  constructor(
    private readonly visits: Visits,
    private readonly hosts: Hosts,
    private readonly availability: HostAvailability,
    private readonly rules: Rules,
    private readonly quotas: QuotaBook,
    private readonly invited: InvitedGuests,
    private readonly vault: PartyVault,
    private readonly kept: KeptPeople,
    private readonly attachments: Attachments,
    private readonly consents: RecordConsents,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ requestKey, input: asked, mobileIndex, isWalkIn }: RequestVisit): Promise<string> {
    const earlier = await this.visits.claim(requestKey);
    if (earlier) return earlier.id;

    const now = this.clock.now();
    const { input, invitation } = await this.invited.fixedBy(asked, now);
    const period = periodFrom(input.period);
    if (!input.consentIdentity)
      throw new DomainError('visit.consent-needed', {}, [{ path: 'consentIdentity', code: 'visit.consent-needed' }]);
    if (input.noticeVersion !== currentNotice.version) throw new DomainError('visit.notice-outdated');
    const form = checkForm(await this.kept.filledIn(input, mobileIndex), now);
    const rulebook = await this.rules.current();
    const { version: policyVersion, settings } = rulebook;
    const objections = objectionsTo(
      { ...period, companions: input.companions.length, purpose: input.purpose, campusId: input.campusId },
      rulebook,
      now,
    ).filter(({ code }) => !(isWalkIn && code === 'policy.too-early'));
    if (objections.length > 0) throw new DomainError('request.invalid', {}, objections);
    this.attachments.check(input, settings);
    const host = await this.hostOf(input);
    if (!(await this.availability.mayReceive(host.id, 1 + input.companions.length, period.from)))
      throw new DomainError('visit.host-unavailable', {}, [{ path: 'host', code: 'visit.host-unavailable' }]);
    const counted = { campusId: input.campusId, hostId: host.id, purpose: input.purpose, ...period };
    if (!(await this.quotas.hasRoom(counted, 1 + input.companions.length)))
      throw new DomainError('request.invalid', {}, [{ path: 'period.from', code: 'policy.quota-full' }]);
    const party = await this.vault.seal(form.people);
    if (await this.visits.isAlreadyBooked(party[0], host.id, period)) throw new DomainError('visit.already-booked');

    const visit = Visit.request(
      {
        id: this.ids.uuid(),
        number: await this.freeNumber(now),
        requestKey,
        campusId: input.campusId,
        unitId: host.unitId,
        hostId: host.id,
        transport: input.transport,
        plate: form.plate,
        period,
        purpose: input.purpose,
        reason: input.reason.trim(),
        remark: input.remark?.trim() || null,
        party,
        noticeVersion: currentNotice.version,
        policyVersion,
        locale: input.locale ?? 'zh',
      },
      now,
    );
    this.visits.add(visit);
    if (invitation) await this.invited.take(invitation, visit, now);
    await this.attachments.claim(input, visit.id, party);
    await this.consents.of(input, visit, party);
    return visit.id;
  }

  /** The day and six digits that are still free on it. */
  private async freeNumber(now: Date): Promise<string> {
    for (;;) {
      const number = `${campusDay(now).replaceAll('-', '')}${this.ids.digits(6)}`;
      if (await this.visits.isFree(number)) return number;
    }
  }

  /** One answer for every way in which a host cannot be found: strangers must not learn who works here. */
  private async hostOf({ campusId, unitId, host }: RequestVisitInput): Promise<StaffMember> {
    const unit = await this.hosts.unit(unitId);
    const found =
      'staffId' in host
        ? await this.hosts.withId(host.staffId)
        : await this.hosts.matching(unitId, host.name, host.mobile);
    if (unit?.campusId === campusId && found?.active && found.unitId === unitId) return found;
    throw new DomainError('visit.host-not-matched', {}, [{ path: 'host', code: 'visit.host-not-matched' }]);
  }
}
