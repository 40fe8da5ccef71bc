import { DomainEvent } from '../../kernel/domain-event.js';

abstract class LocalAccountEvent extends DomainEvent {
  constructor(
    readonly accountId: string,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'local-account', id: this.accountId };
  }
}

export class LocalAccountOpened extends LocalAccountEvent {
  static readonly type = 'identity.local-account-opened';
}

/** A new password and a new second factor. */
export class LocalAccountRenewed extends LocalAccountEvent {
  static readonly type = 'identity.local-account-renewed';
}

export class LocalAccountLocked extends LocalAccountEvent {
  static readonly type = 'identity.local-account-locked';
}

export class LocalAccountEnded extends LocalAccountEvent {
  static readonly type = 'identity.local-account-ended';
}

export class RecoveryCodeUsed extends LocalAccountEvent {
  static readonly type = 'identity.recovery-code-used';

  constructor(
    accountId: string,
    readonly left: number,
    at: Date,
  ) {
    super(accountId, at);
  }
}
