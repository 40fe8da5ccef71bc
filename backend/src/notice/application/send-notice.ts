import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { SmsChannel } from './channels.js';
import { NoticeBook } from './notice-book.js';
import { NoticeWritten } from './notice-written.js';

/** Hands a waiting message to its channel. */
@EventsHandler(NoticeWritten)
export class SendNotice implements IEventHandler<NoticeWritten> {
  constructor(
    private readonly notices: NoticeBook,
    private readonly sms: SmsChannel,
  ) {}

  async handle({ noticeId }: NoticeWritten): Promise<void> {
    const notice = await this.notices.waiting(noticeId);
    if (!notice) return;
    await this.sms.send({ to: notice.to, text: notice.text });
    await this.notices.sent(noticeId);
  }
}
