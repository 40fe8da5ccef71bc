import { type Settings } from '../../platform/settings.js';
import { type SessionLimits } from '../domain/staff-session.js';

const MINUTE = 60_000;

/** How long sessions of staff last in this installation. */
export const sessionLimits = (settings: Settings): SessionLimits => ({
  idle: settings.STAFF_SESSION_IDLE_MINUTES * MINUTE,
  longest: settings.STAFF_SESSION_HOURS * 60 * MINUTE,
});
