const presentation = /^GH[12]:[0-9A-Z $%*+\-./:]+$/;

/** Whether the text is a pass as a visitor's phone shows it, short or long. */
export const isPassCode = (text: string): boolean => presentation.test(text);

/** Long enough to tell passes apart; the rest of a code changes every 30 seconds. */
const STEADY_PART = 22;

export const isSamePass = (one: string, other: string): boolean =>
  one.slice(0, STEADY_PART) === other.slice(0, STEADY_PART);
