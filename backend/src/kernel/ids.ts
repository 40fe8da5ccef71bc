/** Where every new identity and every random secret comes from. */
export abstract class Ids {
  /** time-ordered UUID (version 7, RFC 9562) */
  abstract uuid(): string;
  abstract bytes(length: number): Uint8Array;
  /** decimal digits, uniformly random */
  abstract digits(length: number): string;
}
