import { Injectable } from '@nestjs/common';
import { Hosts } from '../../directory/public.js';
import { WeComChannel } from './channels.js';
import { type NewNotice, NoticeBook } from './notice-book.js';

/** Reaches members of staff the way their university does: in WeCom when connected, else by short message. */
@Injectable()
export class StaffMessages {
  constructor(
    private readonly hosts: Hosts,
    private readonly weCom: WeComChannel,
    private readonly notices: NoticeBook,
  ) {}

  /** Nothing when the person cannot be reached: the to-do list shows it anyway. */
  async tell(staffId: string, message: Omit<NewNotice, 'channel' | 'to'>): Promise<void> {
    const channel = this.weCom.connected ? 'wecom' : 'sms';
    const to = channel === 'wecom' ? (await this.hosts.withId(staffId))?.number : await this.hosts.mobileOf(staffId);
    if (to) await this.notices.write({ ...message, channel, to });
  }
}
