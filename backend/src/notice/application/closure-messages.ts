import { type Locale } from '@gatehouse/contract';
import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { Hosts } from '../../directory/public.js';
import { Settings } from '../../platform/settings.js';
import { ClosureBook, type ClosureFacts } from '../../policy/public.js';
import { VisitBook, type VisitFacts, VisitMetClosure } from '../../visit/public.js';
import { NoticeBook } from './notice-book.js';
import { periodWords } from './period-words.js';
import { StaffMessages } from './staff-messages.js';
import { closureOver, visitMetClosure } from './templates.js';

/** Visitor and host are told that campus or gate is closed while the visit lasts, or open again early. */
@EventsHandler(VisitMetClosure)
export class TellWhenVisitMetClosure implements IEventHandler<VisitMetClosure> {
  constructor(
    private readonly closures: ClosureBook,
    private readonly visits: VisitBook,
    private readonly hosts: Hosts,
    private readonly notices: NoticeBook,
    private readonly staff: StaffMessages,
    private readonly settings: Settings,
  ) {}

  async handle({ visitId, closureId, isOver }: VisitMetClosure): Promise<void> {
    const closure = await this.closures.facts(closureId);
    if (!closure) return;
    const facts = await this.visits.facts(visitId);
    const [template, sentence] = isOver ? ['closure-over', closureOver] : ['visit-met-closure', visitMetClosure];
    const to = await this.visits.applicantMobile(visitId);
    if (to) {
      const link = `${this.settings.PUBLIC_URL}/visit/records/${visitId}`;
      const words = await this.words(facts, closure, facts.locale, link);
      const text = sentence[facts.locale](words);
      await this.notices.write({ channel: 'sms', template, to, text, values: valuesOf(words), link });
    }
    const link = `${this.settings.PUBLIC_URL}/host/visits/${visitId}`;
    const words = await this.words(facts, closure, 'zh', link);
    await this.staff.tell(facts.hostId, { template, text: sentence.zh(words), values: valuesOf(words), link });
  }

  private async words(facts: VisitFacts, closure: ClosureFacts, locale: Locale, link: string) {
    const campus = await this.hosts.campus(facts.campusId);
    const name = (locale === 'en' ? campus?.nameEn : campus?.name) ?? '';
    return {
      organisation: locale === 'en' ? this.settings.ORGANISATION_EN : this.settings.ORGANISATION,
      number: facts.number,
      period: periodWords(facts.period),
      campus: name,
      party: facts.party.length,
      link,
      reason: closure.reason,
      place: closure.gateName ? `${name} ${closure.gateName}` : name,
      closed: periodWords({ from: closure.begins, until: closure.ends }),
    };
  }
}

const valuesOf = (words: Record<string, string | number>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([name, value]) => [name, String(value)]));
