import { type PolicySettings } from '@gatehouse/contract';
import { presets } from './presets.js';

/** What versions stored before a setting existed mean by its absence: faces stay off until the office switches them on. */
export const withLaterSettings = (settings: PolicySettings): PolicySettings => ({
  ...settings,
  face: settings.face ?? { ...presets[settings.preset].face, enabled: false },
  invitation: settings.invitation ?? presets[settings.preset].invitation,
  documents: settings.documents ?? presets[settings.preset].documents,
  changeUntilMinutes: settings.changeUntilMinutes ?? 0,
});
