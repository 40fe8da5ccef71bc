import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CorrectVisitInput } from '@gatehouse/contract';
import { checkPlate, plateMatchKey } from '@gatehouse/contract/rules/plate-number';
import { Clock } from '../../kernel/clock.js';
import { DomainError, type FieldError } from '../../kernel/domain-error.js';
import { refuseOtherFields } from '../domain/correction.js';
import { type PartyMember } from '../domain/party-member.js';
import { type VisitContents } from '../domain/visit-contents.js';
import { periodFrom } from '../domain/visit-period.js';
import { AmendmentRules } from './amendment-rules.js';
import { answeredFields } from './answered-fields.js';
import { checkChange } from './changed-person.js';
import { PartyVault } from './party-vault.js';
import { Visits } from './visits.js';

/** The applicant corrects exactly what was asked. `mobileIndex` is that of the proven phone, hexadecimal. */
export class CorrectVisit extends Command<void> {
  constructor(
    readonly visitId: string,
    readonly mobileIndex: string,
    readonly input: CorrectVisitInput,
  ) {
    super();
  }
}

@CommandHandler(CorrectVisit)
export class CorrectVisitHandler implements ICommandHandler<CorrectVisit> {
  constructor(
    private readonly visits: Visits,
    private readonly rules: AmendmentRules,
    private readonly vault: PartyVault,
    private readonly clock: Clock,
  ) {}

  async execute({ visitId, mobileIndex, input }: CorrectVisit): Promise<void> {
    const visit = await this.visits.withId(visitId);
    if (!visit.wasRequestedBy(mobileIndex)) throw new DomainError('visit.not-found');
    refuseOtherFields(answeredFields(input), visit.askedFields);
    const now = this.clock.now();
    const contents = await this.corrected(visit.contents, input, now);
    await this.rules.check(visit, contents, now);
    visit.correct(contents, now);
  }

  private async corrected(held: VisitContents, input: CorrectVisitInput, now: Date): Promise<VisitContents> {
    const { plate, period, reason } = input;
    const faults: FieldError[] = [];
    const checked = plate === undefined ? null : checkPlate(plate);
    if (checked && !checked.ok) faults.push({ path: 'plate', code: checked.code });
    const changes = held.party.map((member, at) => {
      const change = at === 0 ? input.applicant : input.companions?.find(({ index }) => index === member.index);
      return checkChange(member, change ?? {}, at === 0 ? 'applicant' : `companions.${member.index}`, faults, now);
    });
    if (faults.length > 0) throw new DomainError('request.invalid', {}, faults);
    return {
      ...held,
      ...(checked?.ok && { plate: { number: checked.plate, matchKey: plateMatchKey(checked.plate) } }),
      ...(period && { period: periodFrom({ ...held.period, ...period }) }),
      ...(reason !== undefined && { reason: reason.trim() }),
      party: await Promise.all(
        held.party.map((member: PartyMember, at) => this.vault.amend(member, changes[at] ?? {})),
      ),
    };
  }
}
