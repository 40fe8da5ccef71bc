import { type PeriodValue } from '@gatehouse/contract/common';
import { type InvitationKind, type MakeInvitationInput } from '@gatehouse/contract/invitation';

const DAY = 86_400_000;
export const lifetimes = [1, 3, 7, 30];

/** What a host has chosen so far. */
export interface Plan {
  kind: InvitationKind;
  people: string;
  isFixed: boolean;
  period: PeriodValue | null;
  purpose: string;
  mobile: string;
  days: string;
  note: string;
  preApproved: boolean;
}

export const emptyPlan = (): Plan => ({
  kind: 'personal',
  people: '1',
  isFixed: false,
  period: null,
  purpose: '',
  mobile: '',
  days: '7',
  note: '',
  preApproved: false,
});

/** A link to a fixed period works until that ends. */
export function toInput(plan: Plan, now: number): MakeInvitationInput {
  const { kind, people, isFixed, period, purpose, mobile, days, note, preApproved } = plan;
  const fixed = isFixed ? period : null;
  const end = fixed ? fixed.until : new Date(now + Number(days) * DAY).toISOString();
  return {
    kind,
    people: Number(people) || 0,
    ...(fixed && { period: fixed }),
    ...(purpose && { purpose }),
    ...(kind === 'personal' && mobile.trim() && { mobile: mobile.trim() }),
    ...(note.trim() && { note: note.trim() }),
    preApproved,
    expiresAt: end,
  };
}
