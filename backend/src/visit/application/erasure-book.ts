import { type ErasureReceipt } from '@gatehouse/contract';

/** What is known of erasures: that they happened, and nothing of whom. */
export abstract class ErasureBook {
  /** The receipt given for this key, if any. Of two requests with one key the later waits here for the earlier. */
  abstract claim(requestKey: string): Promise<ErasureReceipt | null>;
  /** Ids of the visits that this phone applied for; `held` must be kept, whoever asks. */
  abstract visitsOf(mobileIndex: string): Promise<{ id: string; held: boolean }[]>;
  /** Visits over before this whose people are still known: the oldest, neither held nor with somebody inside. */
  abstract overBefore(before: Date, atMost: number): Promise<string[]>;
  /** Invitations bound to this phone stay bound, but say no longer to whom: nobody can use them. */
  abstract forgetInvited(mobileIndex: string): Promise<void>;
  abstract isSomebodyInside(visitIds: string[]): Promise<boolean>;
  /** Keeps the receipt, also in the audit. */
  abstract write(requestKey: string, receipt: ErasureReceipt): Promise<ErasureReceipt>;
}
