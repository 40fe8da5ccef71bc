import { type DeviceAbility, PROFILE_ABILITIES } from '@gatehouse/contract/guard-desk';
import { DomainError } from '../../kernel/domain-error.js';
import { type DevicePrincipal } from '../../platform/http/access.js';

/** Refuses what this kind of device is not meant for, and everything to one that was ordered to forget all at once. */
export function requireAbility(device: DevicePrincipal, ability: DeviceAbility): void {
  requireTrusted(device);
  if (!isAbleTo(device, ability)) throw new DomainError('device.not-for-this');
}

export const isAbleTo = ({ profile }: DevicePrincipal, ability: DeviceAbility): boolean =>
  PROFILE_ABILITIES[profile].includes(ability);

/** A stolen device has no gates left, see `DeviceAuthenticator`. */
export function requireTrusted({ gateIds }: DevicePrincipal): void {
  if (gateIds.length === 0) throw new DomainError('device.not-for-this');
}
