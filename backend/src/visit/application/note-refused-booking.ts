import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RefusedBookings } from './refused-bookings.js';

/** Keeps the fact that a booking met the blacklist: its own transaction, since the booking's was rolled back. */
export class NoteRefusedBooking extends Command<void> {
  constructor(readonly campusId: string) {
    super();
  }
}

@CommandHandler(NoteRefusedBooking)
export class NoteRefusedBookingHandler implements ICommandHandler<NoteRefusedBooking> {
  constructor(private readonly refused: RefusedBookings) {}

  execute({ campusId }: NoteRefusedBooking): Promise<void> {
    return this.refused.record(campusId);
  }
}
