import { maskName } from '@gatehouse/contract/rules/person-name';
import { Injectable } from '@nestjs/common';
import { campusDay } from '../../kernel/campus-time.js';
import { Settings } from '../../platform/settings.js';
import { VisitBook, type VisitFacts } from '../../visit/public.js';
import { HostBook } from './host-book.js';
import { periodWords, timeWords } from './period-words.js';
import { StaffMessages } from './staff-messages.js';
import { stillInside, stillInsideAgain, visitorArrived, visitorLeft } from './templates.js';
import { VisitLinks } from './visit-links.query.js';

const templates = {
  'visitor-arrived': visitorArrived,
  'visitor-left': visitorLeft,
  'still-inside': stillInside,
  'still-inside-again': stillInsideAgain,
};

/** Tells hosts of their visitors, with a link that opens the visit. */
@Injectable()
export class HostMessagesToStaff {
  constructor(
    private readonly visits: VisitBook,
    private readonly book: HostBook,
    private readonly links: VisitLinks,
    private readonly staff: StaffMessages,
    private readonly settings: Settings,
  ) {}

  /** The first of a party came: once a day. */
  async tellArrival(visitId: string, at: Date): Promise<void> {
    const facts = await this.visits.facts(visitId);
    if (!(await this.book.wishesOf(facts.hostId)).arrivals) return;
    if (await this.book.isNews(visitId, `arrived ${campusDay(at)}`)) await this.tell(facts, 'visitor-arrived', at);
  }

  /** The last of a party left; two who leave together are one message. */
  async tellDeparture(visitId: string): Promise<void> {
    const facts = await this.visits.facts(visitId);
    const { inside, at } = await this.links.presence(visitId);
    if (inside > 0 || !at || !(await this.book.wishesOf(facts.hostId)).departures) return;
    if (await this.book.isNews(visitId, `left ${at.toISOString()}`)) await this.tell(facts, 'visitor-left', at);
  }

  /** Nobody can switch this question off. */
  async askAboutStay(visitId: string, again: boolean, at: Date): Promise<void> {
    await this.tell(await this.visits.facts(visitId), again ? 'still-inside-again' : 'still-inside', at);
  }

  private async tell(facts: VisitFacts, template: keyof typeof templates, at: Date): Promise<void> {
    const link = `${this.settings.PUBLIC_URL}/host/visits/${facts.id}`;
    const words = {
      organisation: this.settings.ORGANISATION,
      number: facts.number,
      period: periodWords(facts.period),
      campus: '',
      party: facts.party.length,
      link,
      reason: null,
      applicant: maskName(facts.party[0]?.name ?? ''),
      time: timeWords(at),
    };
    const values = { ...words, party: String(words.party), reason: '' };
    await this.staff.tell(facts.hostId, { template, text: templates[template].zh(words), values, link });
  }
}
