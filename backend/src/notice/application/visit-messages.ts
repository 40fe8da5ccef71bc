import { Injectable } from '@nestjs/common';
import { type Locale } from '@gatehouse/contract';
import { type SubjectKind } from '../../approval/public.js';
import { Hosts } from '../../directory/public.js';
import { Settings } from '../../platform/settings.js';
import { VisitBook, type VisitFacts } from '../../visit/public.js';
import { NoticeBook } from './notice-book.js';
import { periodWords } from './period-words.js';
import { StaffMessages } from './staff-messages.js';
import {
  companionPhone,
  correctionAsked,
  extensionAgreed,
  extensionOpened,
  endMoved,
  endNear,
  extensionRefused,
  stepOpened,
  stepShared,
  stepWaiting,
  visitApproved,
  visitCancelled,
  visitChanged,
  visitDeclined,
  visitRevoked,
  type VisitWords,
} from './templates.js';
import { VisitLinks } from './visit-links.query.js';

/** As gateways take them: strings only. */
const valuesOf = (words: VisitWords): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([name, value]) => [name, String(value ?? '')]));

const toVisitor = {
  'visit-approved': visitApproved,
  'visit-declined': visitDeclined,
  'visit-cancelled': visitCancelled,
  'correction-asked': correctionAsked,
  'visit-changed': visitChanged,
  'extension-agreed': extensionAgreed,
  'extension-refused': extensionRefused,
  'companion-phone': companionPhone,
  'visit-revoked': visitRevoked,
  'end-moved': endMoved,
  'end-near': endNear,
};

/** The first word to an approver, by what it is about. */
const opened = { visit: ['step-opened', stepOpened], extension: ['extension-opened', extensionOpened] } as const;

/** What follows, whatever it is about. */
const later = { 'step-shared': stepShared, 'step-waiting': stepWaiting };

/** These lead straight to the pass. */
const withPass: (keyof typeof toVisitor)[] = ['visit-approved', 'extension-agreed', 'end-moved'];
/** These say why; the approver was told that the visitor reads it. */
const withReason = { 'visit-declined': 'visit', 'extension-refused': 'extension' } as const;

/** Writes the messages about a visit. */
@Injectable()
export class VisitMessages {
  constructor(
    private readonly visits: VisitBook,
    private readonly hosts: Hosts,
    private readonly notices: NoticeBook,
    private readonly staff: StaffMessages,
    private readonly links: VisitLinks,
    private readonly settings: Settings,
  ) {}

  /** To the applicant, in the language of the application. Nothing when the person was erased meanwhile. */
  async tellApplicant(visitId: string, template: keyof typeof toVisitor): Promise<void> {
    const to = await this.visits.applicantMobile(visitId);
    if (!to) return;
    const facts = await this.visits.facts(visitId);
    const pass = withPass.includes(template) ? await this.links.passOfApplicant(visitId) : null;
    const link = `${this.settings.PUBLIC_URL}/visit/${pass ? `pass/${pass}` : `records/${visitId}`}`;
    const subject = (withReason as Partial<Record<string, SubjectKind>>)[template];
    const reason = subject
      ? await this.links.refusalReason(subject, visitId)
      : template === 'visit-revoked'
        ? facts.closingNote
        : null;
    const words = { ...(await this.words(facts, facts.locale, link)), reason };
    const text = toVisitor[template][facts.locale](words);
    await this.notices.write({ channel: 'sms', template, to, text, values: valuesOf(words), link });
  }

  /** To whoever has to decide, with a link that opens the to-do. */
  async tellApprover(
    approvalId: string,
    subject: SubjectKind,
    visitId: string,
    approverId: string,
    again?: keyof typeof later,
  ): Promise<void> {
    const link = `${this.settings.PUBLIC_URL}/host/approvals/${approvalId}`;
    const words = await this.words(await this.visits.facts(visitId), 'zh', link);
    const [template, sentence] = again ? [again, later[again]] : opened[subject];
    await this.staff.tell(approverId, { template, text: sentence.zh(words), values: valuesOf(words), link });
  }

  private async words(facts: VisitFacts, locale: Locale, link: string): Promise<VisitWords> {
    const campus = await this.hosts.campus(facts.campusId);
    const inEnglish = locale === 'en';
    return {
      organisation: inEnglish ? this.settings.ORGANISATION_EN : this.settings.ORGANISATION,
      number: facts.number,
      period: periodWords(facts.period),
      campus: (inEnglish ? campus?.nameEn : campus?.name) ?? '',
      party: facts.party.length,
      link,
      reason: null,
    };
  }
}
