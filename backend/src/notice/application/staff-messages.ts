import { Injectable } from '@nestjs/common';
import { type NoticeChannel } from '@gatehouse/contract';
import { Hosts } from '../../directory/public.js';
import { MailChannel, StaffChannelOrder, WeComChannel } from './channels.js';
import { type NewNotice, NoticeBook } from './notice-book.js';

/** Reaches members of staff the way their university does: by the first way that is set up and leads to this person. */
@Injectable()
export class StaffMessages {
  constructor(
    private readonly hosts: Hosts,
    private readonly weCom: WeComChannel,
    private readonly mail: MailChannel,
    private readonly order: StaffChannelOrder,
    private readonly notices: NoticeBook,
  ) {}

  /** Nothing when the person cannot be reached: the to-do list shows it anyway. */
  async tell(staffId: string, message: Omit<NewNotice, 'channel' | 'to'>): Promise<void> {
    for (const channel of this.order.channels) {
      const to = await this.addressOf(staffId, channel);
      if (to) return this.notices.write({ ...message, channel, to });
    }
  }

  private async addressOf(staffId: string, channel: NoticeChannel): Promise<string | null> {
    if (channel === 'sms') return this.hosts.mobileOf(staffId);
    if (channel === 'mail') return this.mail.connected ? this.hosts.mailOf(staffId) : null;
    return this.weCom.connected ? ((await this.hosts.withId(staffId))?.number ?? null) : null;
  }
}
