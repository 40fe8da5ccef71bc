import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { Hosts } from '../../directory/public.js';
import { Settings } from '../../platform/settings.js';
import { GuestBook, InvitationBatchMade } from '../../visit/public.js';
import { NoticeBook } from './notice-book.js';
import { periodWords } from './period-words.js';
import { invitation } from './templates.js';

/** Brings every guest of a list their link. The link stands sealed in the words only: it opens the invitation. */
@EventsHandler(InvitationBatchMade)
export class TellGuestsWhenBatchMade implements IEventHandler<InvitationBatchMade> {
  constructor(
    private readonly book: GuestBook,
    private readonly hosts: Hosts,
    private readonly notices: NoticeBook,
    private readonly settings: Settings,
  ) {}

  async handle({ batchId }: InvitationBatchMade): Promise<void> {
    const listed = await this.book.ofBatch(batchId);
    if (!listed) return;
    const host = await this.hosts.withId(listed.hostId);
    const campus = await this.hosts.campus(listed.campusId);
    for (const { mobile, link, period } of listed.guests) {
      const locale = mobile.startsWith('+86') ? 'zh' : 'en';
      const values = {
        organisation: locale === 'en' ? this.settings.ORGANISATION_EN : this.settings.ORGANISATION,
        host: host?.name ?? '',
        period: periodWords(period),
        campus: (locale === 'en' ? campus?.nameEn : campus?.name) ?? '',
        link,
      };
      const text = invitation[locale](values);
      await this.notices.write({ channel: 'sms', template: 'invitation', to: mobile, text, values, link: null });
    }
  }
}
