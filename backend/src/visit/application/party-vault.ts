import { type PartyMember } from '../domain/party-member.js';
import { type CheckedChange } from './changed-person.js';
import { type CheckedPerson } from './visitor-form.js';

/** Seals people on their way into a visit: behind it nobody sees a number in clear. */
export abstract class PartyVault {
  abstract seal(people: CheckedPerson[]): Promise<PartyMember[]>;
  /** The person with what changed, sealed under the same key; what did not change is not opened. */
  abstract amend(member: PartyMember, change: CheckedChange): Promise<PartyMember>;
  /** Destroys the person's key: what was sealed under it is gone, in every backup too. */
  abstract destroy(member: PartyMember): Promise<void>;
  /** The blind index (hexadecimal) by which a visitor session and an applicant meet. */
  abstract mobileIndex(mobile: string): Promise<string>;
  /** The number in clear, for sealing it anew; null once the person is erased. */
  abstract documentOf(member: PartyMember): Promise<string | null>;
  /** Null once the person is erased. */
  abstract mobileOf(member: PartyMember): Promise<string | null>;
}
