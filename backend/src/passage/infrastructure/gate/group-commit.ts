const MOST_IN_FLIGHT = 3;
const MOST_IN_BATCH = 64;
/** With fewer waiting, another batch would cost more than it gains: a batch has its price, however small (measured). */
const ENOUGH_FOR_ANOTHER = 16;

interface Waiting<Q, A> {
  question: Q;
  resolve: (answer: A) => void;
  reject: (error: unknown) => void;
}

/**
 * Shares one transaction among the requests that come while another is under way: at most three batches in flight, others
 * beside the first only when many wait; whoever comes meanwhile joins the next one. No timer, so a quiet gate waits for
 * nobody. A batch that fails is done again one by one: a bad request harms only itself.
 */
export class GroupCommit<Q, A> {
  private waiting: Waiting<Q, A>[] = [];
  private inFlight = 0;

  /** @param work one transaction for all questions; an `Error` among the answers rejects that one question */
  constructor(private readonly work: (questions: Q[]) => Promise<(A | Error)[]>) {}

  ask(question: Q): Promise<A> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ question, resolve, reject });
      this.start();
    });
  }

  private start(): void {
    while (this.inFlight < MOST_IN_FLIGHT && this.waiting.length >= (this.inFlight === 0 ? 1 : ENOUGH_FOR_ANOTHER)) {
      const batch = this.waiting.splice(0, MOST_IN_BATCH);
      this.inFlight += 1;
      void this.run(batch).finally(() => {
        this.inFlight -= 1;
        this.start();
      });
    }
  }

  private async run(batch: Waiting<Q, A>[]): Promise<void> {
    try {
      const answers = await this.work(batch.map(({ question }) => question));
      batch.forEach(({ resolve, reject }, at) => {
        const answer = answers[at];
        if (answer === undefined || answer instanceof Error) reject(answer);
        else resolve(answer);
      });
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const one of batch) await this.run([one]);
    }
  }
}
