export type NoticeChannel = 'sms' | 'wecom' | 'mail';

/** GET /api/dev/outbox → OutboxMessage[] (demo mode only), newest first: what would have been sent. */
export interface OutboxMessage {
  id: string;
  channel: NoticeChannel;
  to: string;
  template: string;
  text: string;
  at: string;
}
