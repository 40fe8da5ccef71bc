import { DomainEvent } from '../../kernel/domain-event.js';

/** A message waits to be sent. Carries its id only: the text is sealed in its own row. */
export class NoticeWritten extends DomainEvent {
  static readonly type = 'notice.written';

  constructor(
    readonly noticeId: string,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'notice', id: this.noticeId };
  }
}
