import { type NoticeChannel } from '@gatehouse/contract';

/** A message on its way: the sentence, and the values a gateway's registered template is filled with. */
export interface Message {
  id: string;
  /** mobile number, staff number for WeCom, or mail address */
  to: string;
  template: string;
  text: string;
  values: Record<string, string>;
  link: string | null;
}
export type ShortMessage = Message;

/** Carries messages. Throws when one was not accepted; the delivery is then tried again. */
export abstract class Channel {
  abstract send(message: Message): Promise<void>;
}

export abstract class SmsChannel extends Channel {}

/** Messages to members of staff in WeCom 企业微信, addressed by staff number. */
export abstract class WeComChannel extends Channel {
  /** Whether the university has connected it; without it staff get short messages. */
  abstract readonly connected: boolean;
}

/** Messages to members of staff by mail. */
export abstract class MailChannel extends Channel {
  /** Whether a mail server is set up. */
  abstract readonly connected: boolean;
}

/** Which ways to members of staff are tried, in this order. */
export abstract class StaffChannelOrder {
  abstract readonly channels: readonly NoticeChannel[];
}
