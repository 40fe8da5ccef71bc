import { type SubjectKind } from '../domain/events.js';

/** By when that must be answered for which approval is asked: the beginning of a visit, the end that is to be put off. */
export abstract class SubjectTimes {
  abstract begins(kind: SubjectKind, id: string): Promise<Date | null>;
}
