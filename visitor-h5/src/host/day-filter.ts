import { type ApprovalFilter } from '@gatehouse/contract/approval';
import { addDays, campusDate } from '../shared/campus-time.ts';

export type DayChoice = 'any' | 'today' | 'tomorrow' | 'week';
export const dayChoices: readonly DayChoice[] = ['any', 'today', 'tomorrow', 'week'];

/** The campus dates of a choice, both included. */
export function daysOf(choice: DayChoice, now: number): Pick<ApprovalFilter, 'from' | 'until'> {
  const today = campusDate(now);
  const spans: Record<DayChoice, [number, number] | null> = {
    any: null,
    today: [0, 0],
    tomorrow: [1, 1],
    week: [0, 6],
  };
  const span = spans[choice];
  return span ? { from: addDays(today, span[0]), until: addDays(today, span[1]) } : {};
}
