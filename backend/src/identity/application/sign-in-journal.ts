import { type StaffMember } from '../../directory/public.js';

/** Writes sign-in facts to the audit: who, when, which way; never a number or a token. */
export abstract class SignInJournal {
  abstract signedIn(staff: StaffMember, provider: string): Promise<void>;
  abstract refused(provider: string, staff: StaffMember | null): Promise<void>;
  abstract signedOut(staffId: string): Promise<void>;
  abstract visitorSignedIn(mobileIndex: Buffer): Promise<void>;
  abstract visitorRefused(mobileIndex: Buffer): Promise<void>;
  abstract visitorSignedOut(mobileIndex: Buffer): Promise<void>;
}
