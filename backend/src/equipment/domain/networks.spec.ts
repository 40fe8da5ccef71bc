import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isNetwork, isWithin } from './networks.js';

describe('a list of source addresses', () => {
  it('knows addresses and blocks of both versions', () => {
    for (const good of ['10.8.0.12', '10.8.0.0/24', '0.0.0.0/0', 'fd00::/8', '::1', '2001:db8::12/64'])
      expect({ good, is: isNetwork(good) }).toEqual({ good, is: true });
    for (const bad of [
      '',
      'gate',
      '10.8.0',
      '10.8.0.256',
      '10.8.0.0/33',
      '10.8.0.0/24/1',
      '1::2::3',
      'fd00::/129',
      ':::',
    ])
      expect({ bad, is: isNetwork(bad) }).toEqual({ bad, is: false });
  });

  it('lets in who lies in it', () => {
    expect(isWithin('10.8.0.77', ['10.9.0.0/16', '10.8.0.64/26'])).toBe(true);
    expect(isWithin('10.8.0.63', ['10.8.0.64/26'])).toBe(false);
    expect(isWithin('::ffff:10.8.0.77', ['10.8.0.64/26'])).toBe(true);
    expect(isWithin('fd00:1::9', ['fd00:1::/64'])).toBe(true);
    expect(isWithin('fd00:2::9', ['fd00:1::/64'])).toBe(false);
    expect(isWithin('anything', [])).toBe(true);
    expect(isWithin('anything', ['0.0.0.0/0'])).toBe(false);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (address, network) => {
      expect(typeof isWithin(address, [network])).toBe('boolean');
    })); // prettier-ignore
    fc.assert(fc.property(fc.ipV4(), (address) => isWithin(address, [`${address}/32`]) && isNetwork(address)));
    fc.assert(fc.property(fc.ipV6(), (address) => address.includes('.') || isWithin(address, [address])));
  });
});
