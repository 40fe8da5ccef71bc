import { campusDate } from '@/shared/time';

/** Of passages a search shows the last month; the list behind it can look further. */
export const recentPassages = (now = Date.now()) => ({ from: campusDate(now, -30), until: campusDate(now) });
