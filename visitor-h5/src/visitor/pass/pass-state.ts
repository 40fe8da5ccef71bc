import { type PassView } from '@gatehouse/contract/passage';

/** `exit`: the time is over, but its holder is still inside and needs a code for the way out. `hidden`: approved, but the code is not shown yet. `early`: shown, but the period has not begun. */
export type PassState = 'valid' | 'early' | 'hidden' | 'exit' | 'expired' | 'revoked';

export function passState(view: PassView, now: number): PassState {
  if (view.state === 'revoked') return 'revoked';
  if (view.state === 'expired' || now >= Date.parse(view.period.until)) return view.exitOnly ? 'exit' : 'expired';
  if (view.visibleFrom && now < Date.parse(view.visibleFrom)) return 'hidden';
  return now < Date.parse(view.period.from) ? 'early' : 'valid';
}
