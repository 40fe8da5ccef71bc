import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type RevealedField, type RevealedPerson } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { AttachmentAccess } from './attachment-access.query.js';
import { PartyVault } from './party-vault.js';
import { type VisitScope } from './staff-visits.query.js';
import { Visits } from './visits.js';

const SECONDS_SHOWN = 60;

/** Writes down who saw full numbers of whom, and why. The visitor reads it with his own data. */
export abstract class RevealJournal {
  abstract record(visitId: string, campusId: string, what: Revealed): Promise<void>;
}

export interface Revealed {
  personIndex: number;
  fields: RevealedField[];
  reason: string;
}

/** A member of staff sees full numbers of one person. A command, because every look is written down. */
export class RevealPerson extends Command<RevealedPerson> {
  constructor(
    readonly visitId: string,
    readonly what: Revealed,
    readonly bounds: VisitScope,
  ) {
    super();
  }
}

@CommandHandler(RevealPerson)
export class RevealPersonHandler implements ICommandHandler<RevealPerson> {
  constructor(
    private readonly access: AttachmentAccess,
    private readonly visits: Visits,
    private readonly vault: PartyVault,
    private readonly journal: RevealJournal,
  ) {}

  async execute({ visitId, what, bounds }: RevealPerson): Promise<RevealedPerson> {
    const campusId = await this.access.campusWithin(visitId, bounds);
    const visit = campusId ? await this.visits.find(visitId) : null;
    const member = visit?.party.find(({ index }) => index === what.personIndex);
    if (!campusId || !member) throw new DomainError('visit.not-found');
    const [document, mobile] = [what.fields.includes('document'), what.fields.includes('mobile')];
    const documentNumber = document ? await this.vault.documentOf(member) : null;
    if (document && documentNumber === null)
      throw new DomainError(member.documentIndex ? 'visit.number-ended' : 'visit.person-erased');
    await this.journal.record(visitId, campusId, { ...what, reason: what.reason.trim() });
    return {
      name: member.name,
      documentKind: member.documentKind,
      documentNumber,
      mobile: mobile ? await this.vault.mobileOf(member) : null,
      seconds: SECONDS_SHOWN,
    };
  }
}
