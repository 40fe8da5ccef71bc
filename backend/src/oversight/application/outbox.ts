/** What waits for being delivered after the commit. */
export abstract class Outbox {
  /** Answers false when no stuck delivery has this id. */
  abstract sendAgain(id: string): Promise<boolean>;
}
