/** Our own words go to stderr: stdout belongs to the command. */
export const say = (text) => process.stderr.write(`${text}\n`);

/** A sentence instead of a stack trace. */
export class Refusal extends Error {}

export const refuse = (text) => {
  throw new Refusal(text);
};

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
