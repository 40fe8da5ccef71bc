/** Keeps the fact that a booking met the blacklist, although the booking itself is refused and rolled back. */
export abstract class RefusedBookings {
  abstract record(campusId: string): Promise<void>;
}
