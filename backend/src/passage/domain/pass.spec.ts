import { describe, expect, it } from '@jest/globals';
import { takeEvents } from '../../kernel/aggregate-root.js';
import { Pass, type PassKey } from './pass.js';

const at = (time: string) => new Date(`2026-11-23T${time}:00+08:00`);

const aPass = () =>
  Pass.issue(
    {
      id: 'pass-1',
      number: '12345678',
      campusId: 'campus-1',
      visitId: 'visit-1',
      holder: {
        index: 0,
        personKeyId: 'key-1',
        name: '张三',
        documentMasked: '3***21',
        documentTail: '2021',
        documentIndex: null,
        mobileIndex: null,
      },
      period: { from: at('09:00'), until: at('17:00') },
      dailyHours: null,
      weekdays: null,
      plate: null,
      plateKey: null,
      gateIds: [],
      entries: null,
      display: {
        visitNumber: 'V1',
        unitId: 'unit-1',
        unitName: '图书馆',
        hostId: 'host-1',
        hostName: '李四',
        transport: 'foot',
        partySize: 1,
      },
    },
    at('08:00'),
  );

const keyOf = (phone: number, heldBy: 'phone' | 'server' = 'phone'): PassKey => ({
  heldBy,
  phoneKey: Uint8Array.of(4, phone),
  lookup: Uint8Array.of(phone),
  recordKeySealed: Uint8Array.of(9, phone),
  serverKeySealed: heldBy === 'server' ? Uint8Array.of(8, phone) : null,
});

describe('an issued pass', () => {
  it('says that it was issued, and has no key', () => {
    const pass = aPass();
    expect(takeEvents(pass)).toMatchObject([{ type: 'pass.issued', passId: 'pass-1', visitId: 'visit-1' }]);
    expect(pass.key).toBeNull();
  });

  it('takes the key of the first phone that comes', () => {
    const pass = aPass();
    expect(pass.register(keyOf(1), false, at('08:30'))).toBeNull();
    expect(pass.key).toEqual({ phoneKey: Uint8Array.of(4, 1), keyNumber: 1, heldBy: 'phone' });
  });

  it('knows when the server holds the key for the phone', () => {
    const pass = aPass();
    pass.register(keyOf(1, 'server'), false, at('08:30'));
    expect(pass.key?.heldBy).toBe('server');
  });

  it('cannot take a key after its period', () => {
    expect(() => aPass().register(keyOf(1), false, at('17:00'))).toThrow('pass.not-active');
  });
});

describe('a pass on a phone', () => {
  const onPhone = () => {
    const pass = aPass();
    pass.register(keyOf(1), false, at('08:30'));
    takeEvents(pass);
    return pass;
  };

  it('lets the same phone register again, without effect', () => {
    const pass = onPhone();
    expect(pass.register(keyOf(1), false, at('08:40'))).toBeNull();
    expect(takeEvents(pass)).toEqual([]);
    expect(pass.key?.keyNumber).toBe(1);
  });

  it('refuses another phone that does not ask for the move', () => {
    expect(() => onPhone().register(keyOf(2), false, at('08:40'))).toThrow('pass.on-another-phone');
  });

  it('moves to another phone: the key number rises and the old lookup is denied', () => {
    const pass = onPhone();
    expect(pass.register(keyOf(2), true, at('08:40'))).toEqual({
      lookup: Uint8Array.of(1),
      phoneKey: Uint8Array.of(4, 1),
    });
    expect(pass.key).toMatchObject({ keyNumber: 2, phoneKey: Uint8Array.of(4, 2) });
    expect(takeEvents(pass)).toMatchObject([{ type: 'pass.key-registered', keyNumber: 2 }]);
  });
});

describe('a revoked pass', () => {
  it('takes no key', () => {
    const pass = aPass();
    pass.revoke('visit-cancelled', at('08:20'));
    expect(() => pass.register(keyOf(1), true, at('08:30'))).toThrow('pass.not-active');
  });

  it('is revoked once, with its first reason', () => {
    const pass = aPass();
    takeEvents(pass);
    pass.revoke('visit-cancelled', at('08:20'));
    pass.revoke('by-office', at('08:30'));
    expect(takeEvents(pass)).toMatchObject([{ type: 'pass.revoked', reason: 'visit-cancelled' }]);
  });
});

describe('a pass whose visit changed', () => {
  const renewed = (pass: Pass, until = '18:00') =>
    pass.reinstate(
      {
        holder: {
          index: 0,
          personKeyId: 'key-1',
          name: '张三丰',
          documentMasked: '3***21',
          documentTail: '2021',
          documentIndex: null,
          mobileIndex: Uint8Array.of(7),
        },
        period: { from: at('10:00'), until: at(until) },
        dailyHours: null,
        weekdays: null,
        plate: null,
        plateKey: null,
        gateIds: [],
        entries: null,
        display: {
          visitNumber: 'V1',
          unitId: 'unit-1',
          unitName: '图书馆',
          hostId: 'host-1',
          hostName: '李四',
          transport: 'foot',
          partySize: 1,
        },
      },
      at('09:00'),
    );

  it('works again once approved anew, for the same phone', () => {
    const pass = aPass();
    pass.register(keyOf(1), false, at('08:30'));
    pass.revoke('visit-changed', at('08:40'));
    takeEvents(pass);
    renewed(pass);
    expect(takeEvents(pass)).toMatchObject([{ type: 'pass.reinstated' }]);
    expect(pass.register(keyOf(1), false, at('17:30'))).toBeNull();
    expect(pass.isHeldBy(Uint8Array.of(7))).toBe(true);
  });

  it('does not when it was taken back for good, or never was', () => {
    const [cancelled, active] = [aPass(), aPass()];
    cancelled.revoke('visit-cancelled', at('08:40'));
    for (const pass of [cancelled, active]) {
      takeEvents(pass);
      renewed(pass);
      expect(takeEvents(pass)).toEqual([]);
    }
  });

  it('is of a person, not of a place in the list', () => {
    expect(aPass().isOf({ index: 0, personKeyId: 'key-1' })).toBe(true);
    expect(aPass().isOf({ index: 0, personKeyId: 'key-2' })).toBe(false);
  });
});

describe('a pass of a visit whose end is moved', () => {
  it('ends when the visit does, later or earlier, and says so once', () => {
    const pass = aPass();
    takeEvents(pass);
    pass.endAt(at('19:00'), at('16:00'));
    pass.endAt(at('19:00'), at('16:01'));
    expect(() => pass.register(keyOf(1), false, at('18:59'))).not.toThrow();
    expect(takeEvents(pass).map(({ type }) => type)).toContain('pass.extended');
    pass.endAt(at('17:00'), at('16:02'));
    expect(takeEvents(pass).map(({ type }) => type)).toEqual(['pass.shortened']);
    expect(() => pass.register(keyOf(1), false, at('17:00'))).toThrow('pass.not-active');
  });
});
