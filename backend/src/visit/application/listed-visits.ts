export interface ListedVisit {
  visitId: string;
  isPending: boolean;
  requestedAt: Date;
}

/** Visits that may still happen, of people whom an entry of the blacklist names. */
export abstract class ListedVisits {
  abstract openOf(entryId: string, now: Date): Promise<ListedVisit[]>;
}
