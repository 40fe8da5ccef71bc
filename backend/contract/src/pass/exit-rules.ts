import { lastPassage, presenceIsSure, refuse, replay, reservedElsewhere, type Rule } from './rule.js';

const notInside: Rule = (question, now) =>
  question.presence.state === 'outside' && presenceIsSure(question, now)
    ? refuse('NOT_INSIDE', lastPassage(question))
    : null;

/** In the order in which `decide` asks them. Nothing about rights or time: whoever is inside may leave. */
export const EXIT_RULES: readonly Rule[] = [replay, reservedElsewhere, notInside];
