import { type PassView } from '@gatehouse/contract/passage';

/** `hidden`: approved, but the code is not shown yet. `early`: shown, but the period has not begun. */
export type PassState = 'valid' | 'early' | 'hidden' | 'expired' | 'revoked';

export function passState(view: PassView, now: number): PassState {
  if (view.state !== 'active') return view.state;
  if (now >= Date.parse(view.period.until)) return 'expired';
  if (view.visibleFrom && now < Date.parse(view.visibleFrom)) return 'hidden';
  return now < Date.parse(view.period.from) ? 'early' : 'valid';
}
