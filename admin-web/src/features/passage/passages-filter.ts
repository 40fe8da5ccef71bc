import { type Outcome } from '@gatehouse/contract';
import { campusDate } from '@/shared/time';

export const outcomes: Outcome[] = ['admitted', 'refused', 'waiting', 'lapsed', 'annulled'];

export function todaysPassages() {
  const today = campusDate();
  return {
    words: '',
    campus: '',
    gate: '',
    direction: '',
    transport: '',
    outcome: '',
    reason: '',
    visit: '',
    from: today,
    until: today,
  };
}

export type PassagesFilter = ReturnType<typeof todaysPassages>;
