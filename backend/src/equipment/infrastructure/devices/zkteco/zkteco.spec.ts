import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { zk } from '../../../../../test/support/devices/zkteco-samples.js';
import { aboveCommand, openCommand, photoCommand, removeCommand, rightsCommand, userCommand } from './commands.js';
import { deviceDay, deviceSeconds, recordTime } from './device-time.js';
import { linesOf, optionFields, tabFields } from './lines.js';
import { readRecord, whatHappened } from './records.js';
import { faultOf, readPhotoError, readResults } from './results.js';

const errand = {
  id: '', deviceId: '', passId: '', visitId: '', personIndex: 0, number: 100000001, wanted: 'held' as const, attempts: 1,
  validFrom: new Date('2023-06-01T08:03:00Z'), validUntil: new Date('2023-06-30T08:03:00Z'),
}; // prettier-ignore
const device = {
  id: '', campusId: '', name: '', vendor: 'zkteco' as const, serial: zk.serial, gateIds: [], networks: [], faces: true,
  address: null, loginSealed: null, state: 'open' as const, abilities: { datefmtfunon: '1' } as Record<string, string>,
  settledIndex: 20, lastSeenAt: null, lanes: [{ door: 1, gateId: '', direction: 'entry' as const }],
}; // prettier-ignore

describe('the time of terminals', () => {
  it.each(zk.seconds)('%i is %s', (seconds, iso) => {
    expect(deviceSeconds(new Date(iso))).toBe(seconds);
  });

  it('counts on over every day, and knows whole days too', () => {
    const days = fc.date({ min: new Date('2000-01-02'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(deviceSeconds(late)).toBeGreaterThanOrEqual(deviceSeconds(early));
      }),
    );
    expect(deviceDay(new Date('2026-11-24T16:30:00Z'))).toBe('20261125');
  });

  it('of a record is campus time', () => {
    expect(recordTime('2026-11-24 09:00:10')?.toISOString()).toBe('2026-11-24T01:00:10.000Z');
    for (const none of [undefined, '', '2026-11-24', '2026-13-45 99:99:99']) expect(recordTime(none)).toBeNull();
  });
});

describe('what terminals write', () => {
  it('is read as the samples have it', () => {
    expect(zk.realTimeLog.map(readRecord)).toMatchObject([
      { door: 1, direction: 'entry', pin: '100000001', card: '', event: 0, index: 21 },
      { direction: null, pin: '', event: 202, index: 22 },
      { event: 73, index: 23 },
    ]);
    expect(zk.realTimeLog.map((line) => whatHappened(readRecord(line)?.event ?? -1))).toEqual([
      'opened',
      'other',
      'denied',
    ]);
    expect(optionFields(zk.registration)).toMatchObject({
      devicename: 'SpeedFace-V5L',
      datefmtfunon: '1',
      lockcount: '1',
    });
    expect(zk.results.flatMap(readResults)).toEqual([
      { order: 295, code: 0 },
      { order: 296, code: 0 },
      { order: 297, code: 0 },
      { order: 298, code: -5000 },
    ]);
    expect(readPhotoError(zk.photoError.replace('{id}', '77'))).toEqual({ order: 77, fault: 'face-blurred' });
  });

  it('keeps the text of a code whole: signs of equality, spaces and colons, also at its end', () => {
    const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:='.split('');
    const code = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 130 });
    fc.assert(
      fc.property(code, (text) => {
        const line = zk.verification.replace('{time}', '2026-11-24 09:00:00').replace('{code}', () => text);
        expect(readRecord(linesOf(`${line}\r\n`)[0] ?? '')?.card).toBe(text === '0' ? '' : text);
      }),
    );
  });

  it('never breaks a reader, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (body) => {
        for (const line of linesOf(body)) readRecord(line);
        readResults(body);
        readPhotoError(body);
        optionFields(body);
        expect(Object.keys(tabFields(body)).every((name) => name === name.toLowerCase())).toBe(true);
      }),
    );
  });
});

describe('orders', () => {
  it('are worded as in the samples', () => {
    expect(userCommand(device, errand)).toBe(
      zk.commands.user.replace('{from}', '752688180').replace('{until}', '755193780'),
    );
    expect(userCommand({ ...device, abilities: {} }, errand)).toContain('StartTime=20230601\tEndTime=20230630');
    expect(rightsCommand(device, errand)).toBe(zk.commands.rights);
    const picture = Buffer.from('face');
    expect(photoCommand(errand, picture)).toBe(
      zk.commands.photo.replace('{size}', '8').replace('{base64}', picture.toString('base64')),
    );
    expect(removeCommand(errand)).toBe(zk.commands.remove);
    expect(aboveCommand(20)).toBe(zk.commands.above);
    expect(openCommand(1)).toBe(`CONTROL DEVICE ${zk.openDoorOneForFiveSeconds}`);
    expect(openCommand(16)).toBe('CONTROL DEVICE 01100105');
  });

  it('that were done, or had nothing to do, are no fault; everything else says why', () => {
    expect(faultOf(-5000, 'user')).toBeNull();
    expect([faultOf(0, 'user'), faultOf(3, 'unread'), faultOf(-7, 'photo'), faultOf(-27, 'remove')]).toEqual(
      Array(4).fill({ fault: null }),
    );
    expect([faultOf(-27, 'rights'), faultOf(-18, 'user'), faultOf(-708, 'photo'), faultOf(-631, 'photo')]).toEqual([
      { fault: 'rejected' },
      { fault: 'full' },
      { fault: 'unsupported' },
      { fault: 'photo-unfit' },
    ]);
  });
});
