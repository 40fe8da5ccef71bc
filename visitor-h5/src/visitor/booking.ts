import { type BookingInfo } from '@gatehouse/contract/visit';
import { learnServerTime } from '../shared/clock.ts';
import * as api from './api.ts';

let loaded: Promise<BookingInfo> | undefined;

/** What the forms must know, asked for once; a failure is not remembered. */
export function bookingInfo(): Promise<BookingInfo> {
  loaded ??= api.booking().then(
    (info) => {
      learnServerTime(info.now);
      return info;
    },
    (failure: unknown) => {
      loaded = undefined;
      throw failure;
    },
  );
  return loaded;
}

/** For when the server says that what we know is out of date. */
export function forgetBookingInfo(): void {
  loaded = undefined;
}
