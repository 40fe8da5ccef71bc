import { type HostMessages } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { Injectable } from '@nestjs/common';
import { campusDay } from '../../kernel/campus-time.js';
import { Settings } from '../../platform/settings.js';
import { VisitBook, type VisitFacts } from '../../visit/public.js';
import { HostBook } from './host-book.js';
import { HostDeputies } from './host-deputies.query.js';
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

/** Somebody who is told: the host, or who stands in for him. */
interface Reader {
  id: string;
  inPlaceOf: string | null;
}

/** Tells hosts, and who stands in for them, of their visitors, with a link that opens the visit. */
@Injectable()
export class HostMessagesToStaff {
  constructor(
    private readonly visits: VisitBook,
    private readonly book: HostBook,
    private readonly deputies: HostDeputies,
    private readonly links: VisitLinks,
    private readonly staff: StaffMessages,
    private readonly settings: Settings,
  ) {}

  /** The first of a party came: once a day. */
  async tellArrival(visitId: string, at: Date): Promise<void> {
    const facts = await this.visits.facts(visitId);
    const readers = await this.wanting('arrivals', facts, at);
    if (readers.length > 0 && (await this.book.isNews(visitId, `arrived ${campusDay(at)}`)))
      await this.tell(readers, facts, 'visitor-arrived', at);
  }

  /** The last of a party left; two who leave together are one message. */
  async tellDeparture(visitId: string): Promise<void> {
    const facts = await this.visits.facts(visitId);
    const { inside, at } = await this.links.presence(visitId);
    if (inside > 0 || !at) return;
    const readers = await this.wanting('departures', facts, at);
    if (readers.length > 0 && (await this.book.isNews(visitId, `left ${at.toISOString()}`)))
      await this.tell(readers, facts, 'visitor-left', at);
  }

  /** Nobody can switch this question off. */
  async askAboutStay(visitId: string, again: boolean, at: Date): Promise<void> {
    const facts = await this.visits.facts(visitId);
    await this.tell(await this.readers(facts, at), facts, again ? 'still-inside-again' : 'still-inside', at);
  }

  private async readers({ hostId }: VisitFacts, at: Date): Promise<Reader[]> {
    const deputies = await this.deputies.of(hostId, at);
    return [{ id: hostId, inPlaceOf: null }, ...deputies.map(({ id, hostName }) => ({ id, inPlaceOf: hostName }))];
  }

  private async wanting(what: keyof HostMessages, facts: VisitFacts, at: Date): Promise<Reader[]> {
    const readers = await this.readers(facts, at);
    const wishes = await Promise.all(readers.map(({ id }) => this.book.wishesOf(id)));
    return readers.filter((_reader, index) => wishes[index]?.[what]);
  }

  private async tell(readers: Reader[], facts: VisitFacts, template: keyof typeof templates, at: Date): Promise<void> {
    const link = `${this.settings.PUBLIC_URL}/host/visits/${facts.id}`;
    const applicant = maskName(facts.party[0]?.name ?? '');
    for (const { id, inPlaceOf } of readers) {
      const words = {
        organisation: this.settings.ORGANISATION,
        number: facts.number,
        period: periodWords(facts.period),
        campus: '',
        party: facts.party.length,
        link,
        reason: null,
        // Registered templates have no place of its own for it, so it goes with the name.
        applicant: inPlaceOf ? `${applicant}（代${inPlaceOf}接待）` : applicant,
        time: timeWords(at),
      };
      const values = { ...words, party: String(words.party), reason: '' };
      await this.staff.tell(id, { template, text: templates[template].zh(words), values, link });
    }
  }
}
