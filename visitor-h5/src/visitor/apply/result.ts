import { type PeriodValue } from '@gatehouse/contract/common';
import { type VisitRequested } from '@gatehouse/contract/visit';

/** What the page after a submission shows; kept for this tab, so that a reload shows it again. */
export interface Result extends VisitRequested {
  period: PeriodValue;
}

const NAME = 'gatehouse.result';

export function keepResult(result: Result): void {
  try {
    sessionStorage.setItem(NAME, JSON.stringify(result));
  } catch {
    return;
  }
}

export function lastResult(): Result | null {
  try {
    return JSON.parse(sessionStorage.getItem(NAME) ?? 'null') as Result | null;
  } catch {
    return null;
  }
}
