/** A link by which a local account is made or renewed; its token is kept as a hash. */
export interface OpenLink {
  id: string;
  /** the account that it renews; null = a new one */
  accountId: string | null;
  totpSealed: Uint8Array | null;
  madeBy: string;
  expiresAt: Date;
}

export abstract class SetupLinks {
  /** Makes a link and answers its token. */
  abstract make(accountId: string | null, madeBy: string, now: Date, expiresAt: Date): Promise<string>;
  /** Null when it is unknown, used or out of date. Of two at once the later waits. */
  abstract open(token: string, now: Date): Promise<OpenLink | null>;
  /** Keeps the secret that was shown for it, so that looking again shows the same. */
  abstract keepTotp(id: string, totpSealed: Uint8Array): Promise<void>;
  /** Used: this one, and every other that would make a first account. */
  abstract use(link: OpenLink, now: Date): Promise<void>;
}
