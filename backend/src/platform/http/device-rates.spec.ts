import { describe, expect, it } from '@jest/globals';
import { DeviceRates } from './device-rates.js';

const rate = { name: 'x', burst: 3, perSecond: 0.001 };

describe('the rate of a device', () => {
  it('lets a burst through, then names the seconds to wait', () => {
    const rates = new DeviceRates();
    for (let at = 0; at < 3; at++) rates.spend(rate, 'a');
    expect(() => rates.spend(rate, 'a')).toThrow('request.too-many');
  });

  it('is its own, and that of one kind of call', () => {
    const rates = new DeviceRates();
    for (let at = 0; at < 3; at++) rates.spend(rate, 'a');
    rates.spend(rate, 'b');
    rates.spend({ ...rate, name: 'y' }, 'a');
    expect(() => rates.spend(rate, 'b')).not.toThrow();
  });
});
