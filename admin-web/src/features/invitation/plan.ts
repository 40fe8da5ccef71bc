import { type InvitationKind, type MakeInvitationInput } from '@gatehouse/contract';

const DAY = 86_400_000;

/** What a host has chosen so far. Times are campus time, `YYYY-MM-DD HH:mm`. */
export interface Plan {
  kind: InvitationKind;
  people: number;
  period: [string, string] | null;
  purpose: string;
  mobile: string;
  days: number;
  note: string;
  preApproved: boolean;
}

export const emptyPlan = (): Plan => ({
  kind: 'personal',
  people: 1,
  period: null,
  purpose: '',
  mobile: '',
  days: 7,
  note: '',
  preApproved: false,
});

const instant = (campusTime: string): string => new Date(`${campusTime.replace(' ', 'T')}:00+08:00`).toISOString();

/** A link to a fixed period works until that ends. */
export function toInput({ kind, people, period, purpose, mobile, days, note, preApproved }: Plan, now: number) {
  const fixed = period ? { from: instant(period[0]), until: instant(period[1]) } : null;
  const input: MakeInvitationInput = {
    kind,
    people,
    ...(fixed && { period: fixed }),
    ...(purpose && { purpose }),
    ...(kind === 'personal' && mobile.trim() && { mobile: mobile.trim() }),
    ...(note.trim() && { note: note.trim() }),
    preApproved,
    expiresAt: fixed?.until ?? new Date(now + days * DAY).toISOString(),
  };
  return input;
}
