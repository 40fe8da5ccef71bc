import { type StaffMember } from '../../directory/public.js';

/** Writes sign-in facts to the audit: who, when, which way; never a number or a token. */
export abstract class SignInJournal {
  abstract signedIn(staff: StaffMember, provider: string): Promise<void>;
  abstract refused(provider: string, staff: StaffMember | null, reason: string): Promise<void>;
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
