/** Where it is kept, for the security office, that an application meets the blacklist. */
export abstract class HeldVisits {
  abstract record(visitId: string, campusId: string): Promise<void>;
  /** That the office ended it, because of which entry and why. */
  abstract ended(visitId: string, campusId: string, why: { entryId: string; reason: string }): Promise<void>;
}
