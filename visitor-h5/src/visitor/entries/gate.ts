import { type GateInfo, type CampusInfo } from '@gatehouse/contract/directory';
import { type PassView, type TodaysPass } from '@gatehouse/contract/passage';
import { type BookingInfo } from '@gatehouse/contract/visit';
import { ApiError } from '../../shared/http.ts';

export interface Place {
  campus: CampusInfo;
  gate: GateInfo;
}

/** Which gate has this code on its poster. */
export function placeOf(code: string, { campuses }: BookingInfo): Place | null {
  for (const campus of campuses) {
    const gate = campus.gates.find((one) => one.code === code.toLowerCase());
    if (gate) return { campus, gate };
  }
  return null;
}

/** Null when nobody is signed in. */
export async function passesOrNull(fetch: () => Promise<TodaysPass[]>): Promise<TodaysPass[] | null> {
  try {
    return await fetch();
  } catch (failure) {
    if (failure instanceof ApiError && failure.status === 401) return null;
    throw failure;
  }
}

/** Of the passes this phone keeps, those that still hold. */
export const stillHolding = (kept: PassView[], now: number): PassView[] =>
  kept.filter(({ state, period }) => state === 'active' && Date.parse(period.until) > now);
