import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { camera } from '../../../../../test/support/devices/plate-camera-samples.js';
import { nextStored, opens, staysShut } from './plate-answer.js';
import { readPlatePush } from './plate-push.js';

describe('the push of a plate camera', () => {
  it('is read as the sample has it, without its pictures', () => {
    expect(readPlatePush(JSON.stringify(camera.recognition))).toEqual({
      serial: camera.serial,
      plateId: 1,
      plate: '浙E12345',
      at: new Date('2026-11-24T01:00:00Z'),
      isStored: false,
      openedAlone: false,
      isFake: false,
      trigger: 1,
    });
  });

  it('is nothing when there is no serial number, no time or no plate', () => {
    const without = (change: object, from: object = {}) => {
      const { AlarmInfoPlate: info } = camera.recognition;
      const PlateResult = { ...info.result.PlateResult, ...change };
      return readPlatePush(JSON.stringify({ AlarmInfoPlate: { ...info, ...from, result: { PlateResult } } }));
    };
    expect(without({})).not.toBeNull();
    expect([without({ license: '' }), without({ timeStamp: null }), without({}, { serialno: 1 })]).toEqual([
      null,
      null,
      null,
    ]);
    expect(without({ timeStamp: { Timeval: { sec: 1e300 } } })).toBeNull();
  });

  it('never breaks the reader, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (body) => readPlatePush(body) === null));
    fc.assert(
      fc.property(fc.json(), fc.json(), (one, other) => {
        readPlatePush(`{"AlarmInfoPlate":${one}}`);
        readPlatePush(`{"AlarmInfoPlate":{"serialno":"1","result":{"PlateResult":${other}}}}`);
      }),
    );
  });
});

it('answers are those of the samples, and only one of them opens', () => {
  expect([opens(), staysShut(), nextStored(1)]).toEqual([camera.opens, camera.staysShut, camera.nextStored]);
  expect(JSON.stringify([staysShut(), nextStored(7)])).not.toContain('"ok"');
});
