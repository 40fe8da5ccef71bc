const MINUTE = 60_000;
/** Even a visit that begins at once leaves its host this long before others are asked. */
const LEAST_MINUTES = 5;

export interface AnswerTerms {
  answerWithinMinutes: number;
  beforeStartMinutes: number;
  escalateAfterMinutes: number;
}

/** Until when a step opened now should be answered: within the usual time, and some time before the beginning. */
export const firstDeadline = (opened: Date, begins: Date | null, terms: AnswerTerms): Date =>
  deadline(opened, begins, terms.answerWithinMinutes, terms);

/** Until when those asked next should answer. */
export const nextDeadline = (asked: Date, begins: Date | null, terms: AnswerTerms): Date =>
  deadline(asked, begins, terms.escalateAfterMinutes, terms);

/** When the approver is reminded. */
export const halfTime = (opened: Date, due: Date): Date =>
  new Date(opened.getTime() + Math.floor((due.getTime() - opened.getTime()) / 2));

function deadline(from: Date, begins: Date | null, minutes: number, { beforeStartMinutes }: AnswerTerms): Date {
  const usual = from.getTime() + minutes * MINUTE;
  const latest = begins ? begins.getTime() - beforeStartMinutes * MINUTE : Infinity;
  return new Date(Math.max(Math.min(usual, latest), from.getTime() + Math.min(minutes, LEAST_MINUTES) * MINUTE));
}
