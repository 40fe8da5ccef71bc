import { Injectable } from '@nestjs/common';
import { type GuestColumn, type MakeInvitationInput } from '@gatehouse/contract';
import { type StaffMember } from '../../directory/public.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Rules } from '../../policy/public.js';
import { type GuestRow, overlap, type RawGuestRow, readGuestList } from '../domain/guest-list.js';
import { type Invitation } from '../domain/invitation.js';
import { InvitationMaker } from './invitation-maker.js';
import { INVITATIONS_A_DAY } from './invitation-batches.js';
import { type ExpectedPhone, Invitations } from './invitations.js';

const DAY = 86_400_000;

/** A row, and the invitation it is good for. */
export interface CheckedGuest {
  row: GuestRow;
  made: { invitation: Invitation; token: string } | null;
}

const columnOf: Partial<Record<string, GuestColumn>> = {
  people: 'people',
  purpose: 'purpose',
  mobile: 'mobile',
  'period.from': 'from',
  'period.until': 'until',
  expiresAt: 'until',
};

/** Finds out which rows of a list can become invitations, by the same rules as each alone. */
@Injectable()
export class GuestListCheck {
  constructor(
    private readonly invitations: Invitations,
    private readonly maker: InvitationMaker,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  /** Throws when the host may not agree beforehand; everything else is a fault of its row. */
  async check(
    host: StaffMember,
    raw: readonly RawGuestRow[],
    preApproved: boolean,
  ): Promise<{ guests: CheckedGuest[]; leftToday: number }> {
    const { settings } = await this.rules.current();
    if (preApproved && !settings.invitation.preApproved) throw new DomainError('invitation.pre-approval-off');
    const guests: CheckedGuest[] = [];
    for (const row of readGuestList(raw, settings.purposes))
      guests.push({ row, made: row.faults.length ? null : await this.madeOf(host, row, preApproved) });
    const now = this.clock.now();
    await this.refuseExpected(host, guests, now);
    const sinceYesterday = await this.invitations.madeSince(host.id, new Date(now.getTime() - DAY));
    const leftToday = Math.max(0, INVITATIONS_A_DAY - sinceYesterday);
    for (const guest of guests.filter(({ made }) => made).slice(leftToday))
      refuse(guest, 'name', 'invitation.day-limit');
    return { guests, leftToday };
  }

  private async madeOf(host: StaffMember, row: GuestRow, preApproved: boolean): Promise<CheckedGuest['made']> {
    try {
      return await this.maker.make(host, inputOf(row, preApproved));
    } catch (refused) {
      if (!(refused instanceof DomainError) || refused.fields.length === 0) throw refused;
      for (const { path, code } of refused.fields) row.faults.push({ column: columnOf[path] ?? 'name', code });
      return null;
    }
  }

  private async refuseExpected(host: StaffMember, guests: readonly CheckedGuest[], now: Date): Promise<void> {
    const indexes = guests.flatMap(({ made }) => made?.invitation.mobileIndex ?? []);
    const expected = await this.invitations.expected(host.id, indexes, now);
    const isExpected = ({ row, made }: CheckedGuest): boolean =>
      expected.some(
        (phone: ExpectedPhone) => phone.mobileIndex === made?.invitation.mobileIndex && overlap(row, phone),
      );
    for (const guest of guests.filter(isExpected)) refuse(guest, 'mobile', 'invitation.already-invited');
  }
}

function refuse(guest: CheckedGuest, column: GuestColumn, code: string): void {
  guest.row.faults.push({ column, code });
  guest.made = null;
}

const inputOf = (row: GuestRow, preApproved: boolean): MakeInvitationInput => {
  const [from, until] = [row.from?.toISOString() ?? '', row.until?.toISOString() ?? ''];
  return {
    kind: 'personal',
    people: row.people,
    period: { from, until },
    ...(row.purpose && { purpose: row.purpose }),
    ...(row.note && { note: row.note }),
    preApproved,
    mobile: row.mobile,
    expiresAt: until,
  };
};
