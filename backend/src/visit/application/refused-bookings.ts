/** Where it is kept that a booking met the blacklist. */
export abstract class RefusedBookings {
  abstract record(campusId: string): Promise<void>;
}
