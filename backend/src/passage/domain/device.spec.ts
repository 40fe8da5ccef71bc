import { describe, expect, it } from '@jest/globals';
import { takeEvents } from '../../kernel/aggregate-root.js';
import { Device } from './device.js';

const at = (time: string) => new Date(`2026-11-23T${time}:00+08:00`);
const secret = Uint8Array.of(7);

const aDevice = () =>
  Device.add(
    { id: 'd', campusId: 'c', name: '东门平板', gateIds: ['g'], addedBy: 'staff', pairingHash: Uint8Array.of(1) },
    at('08:00'),
  );

describe('a device waiting to be paired', () => {
  it('pairs once within a quarter of an hour', () => {
    const device = aDevice();
    device.pair(secret, 'tablet', at('08:14'));
    expect(takeEvents(device).map(({ type }) => type)).toEqual(['device.added', 'device.paired']);
    expect(() => device.pair(secret, null, at('08:14'))).toThrow('auth.pairing-token-invalid');
  });

  it('does not pair when the offer is over', () => {
    expect(() => aDevice().pair(secret, null, at('08:15'))).toThrow('auth.pairing-token-invalid');
  });

  it('can be revoked before it was ever paired', () => {
    const device = aDevice();
    device.revoke('lost', at('08:01'));
    expect(() => device.pair(secret, null, at('08:02'))).toThrow('auth.pairing-token-invalid');
  });
});

describe('a paired device', () => {
  const paired = () => {
    const device = aDevice();
    device.pair(secret, null, at('08:05'));
    takeEvents(device);
    return device;
  };

  it('rolls its secret', () => {
    const device = paired();
    device.roll(Uint8Array.of(8), at('09:00'));
    expect(takeEvents(device)).toMatchObject([{ type: 'device.secret-rolled' }]);
  });

  it('asking again for a roll whose answer was lost takes nothing of the minutes in which the old secret works', () => {
    const device = paired();
    device.orderRoll(at('09:00'));
    device.roll(Uint8Array.of(8), at('09:00'));
    device.roll(Uint8Array.of(9), at('09:05'));
    expect(device).toMatchObject({ previousSecretHash: secret, previousUntil: at('09:10') });
    device.roll(Uint8Array.of(10), at('09:30'));
    expect(device).toMatchObject({ previousSecretHash: null, previousUntil: null });
  });

  it('is revoked once, and then cannot roll', () => {
    const device = paired();
    device.revoke('lost', at('09:00'));
    device.revoke('again', at('09:01'));
    expect(takeEvents(device)).toMatchObject([{ type: 'device.revoked' }]);
    expect(() => device.roll(secret, at('09:02'))).toThrow('auth.device-unknown');
  });
});
