/** Where it is kept, for the security office, that an application meets the blacklist. */
export abstract class HeldVisits {
  abstract record(visitId: string, campusId: string): Promise<void>;
}
