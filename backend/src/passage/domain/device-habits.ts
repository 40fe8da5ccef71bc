import { type DeviceSettings } from '@gatehouse/contract';

type Habits = Pick<DeviceSettings, 'direction' | 'lockAfterSeconds' | 'offlineAfterMs'>;

/** How the house lets its devices work. */
const usual: Habits = { direction: null, lockAfterSeconds: 900, offlineAfterMs: 2_500 };

/** How a device works: as the office set it, otherwise as the house does it. */
export const habitsOf = (set: Partial<Habits>): Habits => ({
  direction: set.direction ?? usual.direction,
  lockAfterSeconds: set.lockAfterSeconds ?? usual.lockAfterSeconds,
  offlineAfterMs: set.offlineAfterMs ?? usual.offlineAfterMs,
});
