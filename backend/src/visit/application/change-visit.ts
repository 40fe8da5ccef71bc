import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ChangeVisitInput, type CompanionChange, type PeriodValue } from '@gatehouse/contract';
import { checkPlate, plateMatchKey } from '@gatehouse/contract/rules/plate-number';
import { Clock } from '../../kernel/clock.js';
import { DomainError, type FieldError } from '../../kernel/domain-error.js';
import { type PartyMember } from '../domain/party-member.js';
import { periodFrom, type VisitPeriod } from '../domain/visit-period.js';
import { type Visit } from '../domain/visit.js';
import { type VisitContents } from '../domain/visit-contents.js';
import { AmendmentRules } from './amendment-rules.js';
import { type CheckedChange, checkChange, checkNewcomer } from './changed-person.js';
import { PartyVault } from './party-vault.js';
import { type CheckedPerson } from './visitor-form.js';
import { Visits } from './visits.js';

/** The applicant changes the visit before it begins. `mobileIndex` is that of the proven phone, hexadecimal. */
export class ChangeVisit extends Command<void> {
  constructor(
    readonly visitId: string,
    readonly mobileIndex: string,
    readonly input: ChangeVisitInput,
  ) {
    super();
  }
}

type PlannedCompanion = { member: PartyMember; change: CheckedChange } | { newcomer: CheckedPerson };

@CommandHandler(ChangeVisit)
export class ChangeVisitHandler implements ICommandHandler<ChangeVisit> {
  constructor(
    private readonly visits: Visits,
    private readonly rules: AmendmentRules,
    private readonly vault: PartyVault,
    private readonly clock: Clock,
  ) {}

  async execute({ visitId, mobileIndex, input }: ChangeVisit): Promise<void> {
    const visit = await this.visits.withId(visitId);
    if (!visit.wasRequestedBy(mobileIndex)) throw new DomainError('visit.not-found');
    if (await this.visits.isAnybodyInside(visitId)) throw new DomainError('visit.somebody-inside');
    const now = this.clock.now();
    const contents = await this.changed(visit, input, now);
    const { version, settings } = await this.rules.check(visit, contents, now);
    visit.change(contents, settings.changeUntilMinutes, version, now);
  }

  private async changed(visit: Visit, input: ChangeVisitInput, now: Date): Promise<VisitContents> {
    const { transport, plate, period, reason, remark, companions } = input;
    const faults: FieldError[] = [];
    const checked = plate ? checkPlate(plate) : null;
    if (checked && !checked.ok) faults.push({ path: 'plate', code: checked.code });
    const plans = companions.map((companion, at) => plan(visit.party, companion, `companions.${at}`, faults, now));
    if (faults.length > 0) throw new DomainError('request.invalid', {}, faults);
    return {
      transport,
      plate: checked?.ok ? { number: checked.plate, matchKey: plateMatchKey(checked.plate) } : null,
      period: stillWeekly(visit.period, period),
      reason: reason.trim(),
      remark: remark?.trim() || null,
      party: [...visit.party.slice(0, 1), ...(await this.companions(visit, plans))],
    };
  }

  private async companions(visit: Visit, plans: PlannedCompanion[]): Promise<PartyMember[]> {
    const sealed = await this.vault.seal(plans.flatMap((planned) => ('newcomer' in planned ? [planned.newcomer] : [])));
    const newcomers = sealed.map((member, at) => ({ ...member, index: visit.nextSeat + at }));
    const party: PartyMember[] = [];
    for (const planned of plans) {
      const newcomer = 'newcomer' in planned ? newcomers.shift() : undefined;
      if (newcomer) party.push(newcomer);
      else if ('member' in planned) party.push(await this.vault.amend(planned.member, planned.change));
    }
    return party;
  }
}

/** A form that says nothing of days and hours leaves those of a long-term visit as they are. */
const stillWeekly = ({ weekly }: VisitPeriod, asked: PeriodValue): VisitPeriod =>
  periodFrom(weekly ? { ...asked, weekly: asked.weekly ?? weekly } : asked);

function plan(
  party: PartyMember[],
  companion: CompanionChange,
  path: string,
  faults: FieldError[],
  now: Date,
): PlannedCompanion {
  const { keep, ...given } = companion;
  if (keep === undefined) return { newcomer: checkNewcomer(given, path, faults, now) };
  const member = party.slice(1).find(({ index }) => index === keep);
  if (!member) throw new DomainError('request.invalid', {}, [{ path: `${path}.keep`, code: 'field.choice' }]);
  return { member, change: checkChange(member, given, path, faults, now) };
}
