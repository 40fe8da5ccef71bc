import { type PolicySettings } from '@gatehouse/contract';
import { closeAfterHours } from './approval-terms.js';
import { presets } from './presets.js';

/** What versions stored before a setting existed mean by its absence: faces stay off until the office switches them on. */
export const withLaterSettings = (settings: PolicySettings): PolicySettings => ({
  ...settings,
  face: settings.face ?? { ...presets[settings.preset].face, enabled: false },
  invitation: settings.invitation ?? presets[settings.preset].invitation,
  documents: settings.documents ?? presets[settings.preset].documents,
  presence: { closeAfterHours: closeAfterHours(settings) },
  changeUntilMinutes: settings.changeUntilMinutes ?? 0,
});
