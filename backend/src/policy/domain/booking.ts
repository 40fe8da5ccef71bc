import { type WeeklyHours } from '@gatehouse/contract';
import { type ErrorCode } from '@gatehouse/contract/codes';

/** What of a booking the policy looks at. The period includes `from` and excludes `until`. */
export interface Booking {
  from: Date;
  until: Date;
  /** long-term: the days and hours within the period */
  weekly?: WeeklyHours;
  companions: number;
  purpose: string;
  /** null = not chosen yet: what belongs to one campus is not asked */
  campusId: string | null;
}

export interface Objection {
  path: string;
  code: ErrorCode;
}
