import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Hosts } from '../../directory/public.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { type RawGuestRow } from '../domain/guest-list.js';
import { InvitationBatch } from '../domain/invitation-batch.js';
import { GuestListCheck } from './guest-list-check.js';
import { keptGuest, type KeptGuest } from './guest-report.js';
import { GuestReports, InvitationBatches } from './invitation-batches.js';
import { Invitations } from './invitations.js';

export interface InvitedGuestsAnswer {
  /** null when nobody was invited */
  batchId: string | null;
  /** by this press, not by an earlier one with the same key */
  newlyInvited: number;
  invited: number;
  leftToday: number;
  guests: KeptGuest[];
}

/** A host invites the guests of a list, or (without `apply`) only sees what would come of it. */
export class InviteGuests extends Command<InvitedGuestsAnswer> {
  constructor(
    readonly hostId: string,
    readonly rows: readonly RawGuestRow[],
    readonly how: { apply: boolean; preApproved: boolean; requestKey: string },
  ) {
    super();
  }
}

@CommandHandler(InviteGuests)
export class InviteGuestsHandler implements ICommandHandler<InviteGuests> {
  constructor(
    private readonly batches: InvitationBatches,
    private readonly invitations: Invitations,
    private readonly list: GuestListCheck,
    private readonly reports: GuestReports,
    private readonly hosts: Hosts,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ hostId, rows, how }: InviteGuests): Promise<InvitedGuestsAnswer> {
    const host = await this.hosts.withId(hostId);
    if (!host?.active) throw new DomainError('auth.not-permitted');
    const earlier = how.apply ? await this.batches.claim(hostId, how.requestKey) : null;
    if (earlier)
      return {
        batchId: earlier.id,
        newlyInvited: 0,
        invited: earlier.invitedCount,
        leftToday: 0,
        guests: await this.reports.open(earlier),
      };

    const { guests: checked, leftToday } = await this.list.check(host, rows, how.preApproved);
    const made = checked.flatMap((guest) => guest.made ?? []);
    const guests = checked.map((guest) => keptGuest(guest.row, guest.made?.token ?? null));
    const answer = { batchId: null, newlyInvited: 0, invited: made.length, leftToday, guests };
    if (!how.apply || made.length === 0) return answer;

    for (const { invitation } of made) this.invitations.add(invitation);
    const from = { id: this.ids.uuid(), hostId, campusId: host.campusId, ...how };
    const counts = { rows: guests.length, invited: made.length };
    this.batches.add(InvitationBatch.make(from, counts, await this.reports.seal(guests), this.clock.now()));
    return { ...answer, batchId: from.id, newlyInvited: made.length };
  }
}
