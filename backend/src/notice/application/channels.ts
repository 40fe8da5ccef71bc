/** A text on its way to a phone. */
export interface ShortMessage {
  to: string;
  text: string;
}

/** Carries short messages. Throws when the message was not accepted; the delivery is then tried again. */
export abstract class SmsChannel {
  abstract send(message: ShortMessage): Promise<void>;
}
