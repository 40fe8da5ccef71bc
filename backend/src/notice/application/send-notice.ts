import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { MailChannel, SmsChannel, WeComChannel } from './channels.js';
import { NoticeBook } from './notice-book.js';
import { NoticeWritten } from './notice-written.js';

/** Hands a waiting message to its channel. */
@EventsHandler(NoticeWritten)
export class SendNotice implements IEventHandler<NoticeWritten> {
  constructor(
    private readonly notices: NoticeBook,
    private readonly sms: SmsChannel,
    private readonly weCom: WeComChannel,
    private readonly mail: MailChannel,
  ) {}

  async handle({ noticeId }: NoticeWritten): Promise<void> {
    const notice = await this.notices.waiting(noticeId);
    if (!notice) return;
    await { sms: this.sms, wecom: this.weCom, mail: this.mail }[notice.channel].send(notice);
    await this.notices.sent(noticeId);
  }
}
