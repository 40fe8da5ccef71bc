/** Keyed tokens of a name as it sounds and a birth date: equal ones meet, nothing can be read back. */
export abstract class NameTokens {
  /** What an entry keeps: the date and what it is taken for by a slip. */
  abstract ofListed(name: string, birth: string): Promise<string[]>;
  /** What a visitor is compared by. */
  abstract ofVisitor(name: string, birth: string): Promise<string>;
}
