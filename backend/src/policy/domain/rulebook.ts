import { type PolicySettings } from '@gatehouse/contract';
import { type CampusCalendar, type Closing, emptyCalendar } from './campus-calendar.js';

/** All that is asked when a visit is booked: the policy, the calendar, and what is closed. */
export interface Rulebook {
  settings: PolicySettings;
  calendar: CampusCalendar;
  closings: readonly Closing[];
}

/** The policy by itself, where nobody entered a calendar and nothing is closed. */
export const plainRulebook = (settings: PolicySettings): Rulebook => ({
  settings,
  calendar: emptyCalendar,
  closings: [],
});
