/** What a device was told: the server's word, which no fault may break. */
export interface Told {
  nonce: string;
  device: string;
  passage: string;
  verdict: 'admit' | 'refuse';
  outcome: 'admitted' | 'refused' | null;
  direction: 'entry' | 'exit';
}

/** Keeps what was acknowledged, by nonce, and every answer that was not as it must be. */
export class Journal {
  readonly told = new Map<string, Told>();
  readonly wrong: string[] = [];
  /** every nonce that was sent, answered or not */
  readonly sent = new Set<string>();
  /** those of them that were judged without network */
  readonly offline = new Set<string>();
  acknowledged = 0;
  repeatedAnswers = 0;

  /** A sentence about an answer that must not be. */
  complain(sentence: string): void {
    this.wrong.push(sentence);
  }
}
