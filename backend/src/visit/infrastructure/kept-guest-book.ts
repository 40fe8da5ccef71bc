import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/settings.js';
import { GuestReports, InvitationBatches } from '../application/invitation-batches.js';
import { GuestBook, type ListedGuests } from '../public.js';

@Injectable()
export class KeptGuestBook extends GuestBook {
  constructor(
    private readonly batches: InvitationBatches,
    private readonly reports: GuestReports,
    private readonly settings: Settings,
  ) {
    super();
  }

  async ofBatch(batchId: string): Promise<ListedGuests | null> {
    const batch = await this.batches.withId(batchId);
    if (!batch || batch.isErased()) return null;
    const guests = await this.reports.open(batch);
    return {
      hostId: batch.hostId,
      campusId: batch.campusId,
      guests: guests.flatMap(({ mobile, token, from, until }) =>
        token && from && until
          ? [
              {
                mobile,
                link: `${this.settings.PUBLIC_URL}/visit/i/${token}`,
                period: { from: new Date(from), until: new Date(until) },
              },
            ]
          : [],
      ),
    };
  }
}
