import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/settings.js';
import { VisitBook } from '../../visit/public.js';
import { OfficeReaders } from './office-readers.query.js';
import { periodWords } from './period-words.js';
import { StaffMessages } from './staff-messages.js';
import { metBlacklist, overstayed, stepWithOffice } from './templates.js';

const templates = { 'step-with-office': stepWithOffice, overstayed, 'met-blacklist': metBlacklist };

/** Writes the messages to the security office. */
@Injectable()
export class OfficeMessages {
  constructor(
    private readonly visits: VisitBook,
    private readonly readers: OfficeReaders,
    private readonly staff: StaffMessages,
    private readonly settings: Settings,
  ) {}

  /** Nobody answered a visit's step: whoever of the office is responsible for its campus decides now. */
  tellUnanswered(visitId: string): Promise<void> {
    return this.tell(visitId, 'step-with-office', 'office-approvals');
  }

  /** Somebody is inside long after the end: the office has to look. */
  tellOverstayed(visitId: string): Promise<void> {
    return this.tell(visitId, 'overstayed', `visits/${visitId}`);
  }

  /** Somebody of it is on the blacklist: the office has to look. */
  tellMetBlacklist(visitId: string): Promise<void> {
    return this.tell(visitId, 'met-blacklist', `visits/${visitId}`);
  }

  private async tell(visitId: string, template: keyof typeof templates, page: string): Promise<void> {
    const { campusId, unitId, number, period, party } = await this.visits.facts(visitId);
    const link = `${this.settings.PUBLIC_URL}/console/${page}`;
    const organisation = this.settings.ORGANISATION;
    const words = {
      organisation,
      number,
      period: periodWords(period),
      campus: '',
      party: party.length,
      link,
      reason: null,
    };
    const values = { ...words, party: String(words.party), reason: '' };
    const message = { template, text: templates[template].zh(words), values, link };
    for (const id of await this.readers.of(campusId, unitId)) await this.staff.tell(id, message);
  }
}
