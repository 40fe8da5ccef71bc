/** A message on its way: the sentence, and the values a gateway's registered template is filled with. */
export interface Message {
  /** mobile number, or staff number for WeCom */
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
