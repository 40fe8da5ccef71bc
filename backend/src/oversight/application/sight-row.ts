import { passageConditions, type PassageScope } from '../../passage/public.js';

/** What a reader looks at: one campus or all, within what is his to see. */
export interface Sight {
  campus: string | undefined;
  scope: PassageScope;
}

/** From an instant on, until before another. */
export interface Span {
  from: Date;
  until: Date;
}

/** Columns of campus and unit are named alike in the views of passage and in what is counted from them. */
export const seen = ({ campus, scope }: Sight) => passageConditions({ ...(campus && { campus }) }, scope);
