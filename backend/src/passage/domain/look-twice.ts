/** When an entry that a holder resembles acts; epoch milliseconds, null = without end. */
export interface ActingSpan {
  from: number;
  until: number | null;
}

/** What lies beside the display of a pass whose holder resembles somebody on the blacklist by name and birth date. */
export interface Resembling {
  lookTwice?: ActingSpan[];
}

/** Whether the guard is to compare the document with more care. It never changes a verdict. */
export const mustLookTwice = ({ lookTwice }: Resembling, now: number): boolean =>
  lookTwice?.some(({ from, until }) => from <= now && (until === null || until > now)) ?? false;
