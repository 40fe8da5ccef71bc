import { type NoticeChannel } from '@gatehouse/contract';

export interface NewNotice {
  channel: NoticeChannel;
  template: string;
  to: string;
  text: string;
  /** what a gateway's registered template is filled with */
  values: Record<string, string>;
  link: string | null;
}

export interface WaitingNotice {
  id: string;
  channel: NoticeChannel;
  template: string;
  to: string;
  text: string;
  values: Record<string, string>;
  link: string | null;
}

/** Messages, sealed. */
export abstract class NoticeBook {
  /** Keeps a message and has it sent after the commit. */
  abstract write(notice: NewNotice): Promise<void>;
  /** Null when it was sent already. */
  abstract waiting(id: string): Promise<WaitingNotice | null>;
  abstract sent(id: string): Promise<void>;
  /** Removes every message about a visit. */
  abstract erase(visitId: string): Promise<void>;
}

/** Opens the text of a sealed message. */
export abstract class NoticeReader {
  abstract text(noticeId: string, sealed: Buffer): Promise<string>;
}
