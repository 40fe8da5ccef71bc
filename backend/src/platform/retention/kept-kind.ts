/** What would go, without anything of anybody. */
export interface Due {
  count: number;
  oldest: Date | null;
  newest: Date | null;
}

/** One kind of personal data, as its owner counts and ends it. Neither touches what is held. */
export interface KeptKind {
  /** for kinds whose time is not set with retention: how long they are kept now */
  own?: { setBy: 'policy' | 'fixed'; hours: () => Promise<number> };
  /** what is older than this */
  due(before: Date): Promise<Due>;
  /** Ends the oldest of it, in the running transaction. Answers how many; 0 = nothing is left. */
  end(before: Date, atMost: number, now: Date): Promise<number>;
}
