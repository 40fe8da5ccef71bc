// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { pairingTokenOf, takePairingToken } from './pairing-token.ts';

describe('a pairing token', () => {
  beforeEach(() => history.replaceState(null, '', '/guard/'));

  it('is read out of the address in a QR', () => {
    expect(pairingTokenOf('https://gate.example.edu.cn/guard/#pair=a%2Bb-c')).toBe('a+b-c');
  });

  it('is taken as typed', () => {
    expect(pairingTokenOf('  abc-123 ')).toBe('abc-123');
  });

  it('leaves the address of the page', () => {
    history.replaceState(null, '', '/guard/?lang=en#pair=once');
    expect(takePairingToken()).toBe('once');
    expect(location.href).toContain('/guard/?lang=en');
    expect(location.href).not.toContain('once');
    expect(takePairingToken()).toBeNull();
  });
});
