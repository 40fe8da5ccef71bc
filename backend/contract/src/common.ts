/** Small shapes used by every part of the wire contract. Instants are ISO 8601 in UTC unless a name says otherwise. */
export type Locale = 'zh' | 'en';

/** One sentence in both languages. */
export interface Text {
  zh: string;
  en: string;
}

/** A page of a keyset-paged list. `next` is an opaque cursor for `?after=`; null on the last page. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** A page whose size the server can also estimate cheaply. `exact` is false when `total` is the planner's estimate. */
export interface CountedPage<T> extends Page<T> {
  total: number;
  exact: boolean;
}

/** `application/problem+json` (RFC 9457) as every failed request answers it. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  /** stable code of `codes.ts` */
  code: string;
  /** the sentence for a person, in the language of the request */
  detail: string;
  /** what the person can do next, in the language of the request */
  next?: string;
  /** one entry per bad field, for forms */
  fields?: FieldProblem[];
  requestId?: string;
}

export interface FieldProblem {
  /** path of the field in the request body, such as `companions.0.documentNumber` */
  path: string;
  code: string;
  message: string;
}

/** Somebody or something named for display only. */
export interface Named {
  id: string;
  name: string;
}

/** A period before and after somebody changed it. */
export interface PeriodChange {
  was: PeriodValue;
  now: PeriodValue;
}

/** A period. `from` is included, `until` is not. With `weekly` it is a long-term one, and begins and ends with those hours. */
export interface PeriodValue {
  from: string;
  until: string;
  weekly?: WeeklyHours;
}

/**
 * When a long-term visitor comes and goes: days of the week (1 = Monday … 7 = Sunday, rising) and campus hours `HH:mm`,
 * `from` included, `until` excluded.
 */
export interface WeeklyHours {
  weekdays: number[];
  from: string;
  until: string;
}

export type Transport = 'car' | 'foot';
export type VisitStatus = 'pending' | 'approved' | 'declined' | 'cancelled' | 'expired';
