import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/settings.js';
import { VisitBook } from '../../visit/public.js';
import { OfficeReaders } from './office-readers.query.js';
import { periodWords } from './period-words.js';
import { StaffMessages } from './staff-messages.js';
import { stepWithOffice } from './templates.js';

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
  async tellUnanswered(visitId: string): Promise<void> {
    const { campusId, unitId, number, period, party } = await this.visits.facts(visitId);
    const link = `${this.settings.PUBLIC_URL}/console/office-approvals`;
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
    const message = { template: 'step-with-office', text: stepWithOffice.zh(words), values, link };
    for (const id of await this.readers.of(campusId, unitId)) await this.staff.tell(id, message);
  }
}
