/** Writes into the audit what readers of other people's data did. Joins the running transaction. */
export abstract class Journal {
  abstract record(action: string, subject: { kind: string; id: string }, facts: Record<string, unknown>): Promise<void>;
}
