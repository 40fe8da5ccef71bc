type Reaction = abstract new (...parts: never[]) => unknown;

const together = new WeakSet<object>();

/**
 * Marks an event handler that must succeed or fail together with the command: it runs at once, in the same transaction.
 * Every other handler gets its own delivery row and is retried on its own after the commit.
 */
export const WithinTransaction = () => (reaction: Reaction) => {
  together.add(reaction);
};

export const isWithinTransaction = (reaction: object): boolean => together.has(reaction);
