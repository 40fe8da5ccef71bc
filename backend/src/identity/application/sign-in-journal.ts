/** A member of staff, or a local account. */
export interface Signer {
  id: string;
  name: string;
}

/** Writes sign-in facts to the audit: who, when, which way; never a number or a token. */
export abstract class SignInJournal {
  abstract signedIn(staff: Signer, provider: string): Promise<void>;
  abstract refused(provider: string, staff: Signer | null, reason: string): Promise<void>;
  /** For an account, or for a new one. */
  abstract setupLinkMade(accountId: string | null): Promise<void>;
  abstract signedOut(staffId: string): Promise<void>;
  /** The provider has ended a session, or its owner another one of his. */
  abstract sessionEnded(staffId: string, by: 'provider' | 'owner', provider: string | null): Promise<void>;
  abstract providerChanged(change: ProviderChange): Promise<void>;
  abstract visitorSignedIn(mobileIndex: Buffer): Promise<void>;
  abstract visitorRefused(mobileIndex: Buffer): Promise<void>;
  abstract visitorSignedOut(mobileIndex: Buffer): Promise<void>;
}

export interface ProviderChange {
  key: string;
  version: number;
  kind: string;
  enabled: boolean;
}
