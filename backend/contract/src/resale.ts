export type ResaleSign = 'strangers' | 'phone' | 'plate' | 'companion';

/** A pattern that may mean that passes are handed on for money. It never refuses anybody by itself. */
export interface ResaleFlag {
  sign: ResaleSign;
  /** host, masked phone, plate or masked name */
  subject: string;
  /** what was found, in a sentence with its numbers, in the reader's language */
  sentence: string;
  people: number;
  hosts: number;
  /** the newest visits behind it, at most 20 */
  visits: ResaleVisit[];
}

export interface ResaleVisit {
  id: string;
  number: string;
  hostName: string;
  unitName: string;
  /** masked */
  applicantName: string;
  periodFrom: string;
}

/** GET /api/resale-flags → ResaleReport (permission standing.read, scoped). */
export interface ResaleReport {
  /** how many days back the visits are looked at */
  days: number;
  flags: ResaleFlag[];
}
