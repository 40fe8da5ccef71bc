import { Injectable } from '@nestjs/common';
import { type Locale } from '@gatehouse/contract';
import { CodeSender } from '../../identity/public.js';
import { Settings } from '../../platform/settings.js';
import { NoticeBook } from '../application/notice-book.js';
import { oneTimeCode } from '../application/templates.js';

/** One-time codes leave as short messages: sealed in the command's transaction, sent after its commit. */
@Injectable()
export class CodeByNotice extends CodeSender {
  constructor(
    private readonly notices: NoticeBook,
    private readonly settings: Settings,
  ) {
    super();
  }

  send(mobile: string, code: string, locale: Locale): Promise<void> {
    const organisation = locale === 'en' ? this.settings.ORGANISATION_EN : this.settings.ORGANISATION;
    const text = oneTimeCode[locale]({ code, organisation });
    return this.notices.write({
      channel: 'sms',
      template: 'one-time-code',
      to: mobile,
      text,
      values: { code },
      link: null,
    });
  }
}
