import { type DeviceIdentity } from '@gatehouse/contract/passage';
import { ref, shallowRef } from 'vue';
import { learnServerTime } from '../../shared/clock.ts';
import { type Cabinet } from './cabinet.ts';
import { forgetBrowser } from './forget-browser.ts';
import { initialize, type GateCall } from './gate-api.ts';

/** The device as the security office paired it. A revoked one keeps its data until the guard has seen what was not sent. */
export function useDevice(cabinet: Cabinet) {
  const identity = shallowRef<DeviceIdentity>();
  const isRevoked = ref(false);

  async function open(): Promise<void> {
    identity.value = await cabinet.read<DeviceIdentity>('device', 'identity');
    isRevoked.value = (await cabinet.read<boolean>('device', 'revoked')) ?? false;
  }

  async function pair(token: string): Promise<void> {
    const answer = await initialize({ token, model: modelOf(navigator.userAgent) });
    learnServerTime(answer.now);
    // what another campus knew is of no use here
    await cabinet.empty(['bundle', 'seen']);
    await cabinet.keep('device', 'identity', answer);
    await setRevoked(false);
    identity.value = answer;
  }

  /** Another secret for the same device, as the office wants it. */
  async function roll(call: GateCall): Promise<void> {
    const answer = await call<DeviceIdentity>('POST', '/devices/roll', {});
    await cabinet.keep('device', 'identity', answer);
    identity.value = answer;
  }

  async function setRevoked(revoked: boolean): Promise<void> {
    isRevoked.value = revoked;
    await cabinet.keep('device', 'revoked', revoked);
  }

  async function wipe(): Promise<void> {
    await cabinet.empty();
    await forgetBrowser();
    identity.value = undefined;
    isRevoked.value = false;
  }

  return { identity, isRevoked, open, pair, roll, setRevoked, wipe };
}

/** `Linux; Android 13; Pixel 7` out of a user agent. */
const modelOf = (userAgent: string) => (/\(([^)]+)\)/.exec(userAgent)?.[1] ?? userAgent).slice(0, 60);
