import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hik } from '../../../../../test/support/devices/hikvision-samples.js';
import { eventText, isAccepted, isDenied, readEvent, readLogEntry } from './access-event.js';
import { digestHeader, digestResponse, readChallenge } from './digest.js';
import { faceForm, readParts } from './multipart.js';

describe('digest authentication', () => {
  const { digest } = hik;

  it.each(['MD5', 'SHA-256'] as const)('answers the example of RFC 7616 with %s', (algorithm) => {
    const challenge = { realm: digest.realm, nonce: digest.nonce, opaque: null, algorithm, hasQop: true };
    expect(digestResponse(challenge, digest)).toBe(digest[algorithm]);
  });

  it('takes the stronger of two challenges, and none that it cannot answer', () => {
    const of = (algorithm: string, qop = 'auth, auth-int') =>
      `Digest realm="a \\"b\\", c", qop="${qop}", algorithm=${algorithm}, nonce="n", opaque="o"`;
    expect(readChallenge(`${of('MD5')}, ${of('SHA-256')}`)).toEqual({
      realm: 'a "b", c', nonce: 'n', opaque: 'o', algorithm: 'SHA-256', hasQop: true,
    }); // prettier-ignore
    expect(readChallenge('Digest realm="r", nonce="n"')).toMatchObject({
      algorithm: 'MD5',
      hasQop: false,
      opaque: null,
    });
    for (const none of ['', 'Basic realm="r"', of('SHA-512-256'), of('MD5', 'auth-int'), 'Digest realm="r"'])
      expect(readChallenge(none)).toBeNull();
  });

  it('never shows the password', () => {
    const challenge = readChallenge('Digest realm="r", nonce="n", qop="auth"');
    const header = challenge && digestHeader(challenge, { ...digest, user: 'a"b', password: 'p4ss"word' });
    expect(header).toContain('username="a\\"b"');
    expect(header).not.toContain('p4ss');
  });

  it('never breaks on a header', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (header) => {
      readChallenge(header);
      readChallenge(`Digest ${header}`);
    })); // prettier-ignore
  });
});

describe('what a terminal posts', () => {
  const posted = (event: object) => readEvent(JSON.stringify(event));

  it('is read as the samples have it', () => {
    const event = posted(hik.event);
    expect(event).toMatchObject({
      deviceSerial: hik.serial,
      person: '100000001',
      door: 1,
      serial: 311,
      asks: false,
      code: '',
    });
    expect(event?.at?.toISOString()).toBe('2026-11-24T01:00:05.000Z');
    expect(event && [isAccepted(event), isDenied(event)]).toEqual([true, false]);
    expect(posted(hik.heartbeat)).toMatchObject({ isHeartbeat: true, deviceSerial: hik.serial });
    const entry = { ...hik.event.AccessControllerEvent, minor: hik.subTypes.faceUnknown, time: hik.event.dateTime };
    expect(isDenied(readLogEntry(entry))).toBe(true);
  });

  it('tells a question from what follows an answer', () => {
    const { AccessControllerEvent: details, ...around } = hik.event;
    expect(posted({ ...around, AccessControllerEvent: { ...details, remoteCheck: true } })).toMatchObject({
      asks: true,
    });
    expect(posted({ ...around, AccessControllerEvent: { ...details, remoteCheckResult: false } })).toMatchObject({
      asks: false,
      followsAnswer: true,
    });
  });

  it('never breaks the reader, whatever it is', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.json(), fc.string(), (bytes, json, type) => {
        const body = Buffer.from(bytes);
        readEvent(eventText(readParts(body, type), body));
        readEvent(json);
        readEvent(`{"eventType":"AccessControllerEvent","AccessControllerEvent":${json}}`);
        readLogEntry(JSON.parse(json));
      }),
    );
  });
});

describe('multipart bodies', () => {
  it('come back as they went, whatever the picture holds', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const { type, body } = faceForm('FaceDataRecord', hik.face, Buffer.from(bytes));
        const parts = readParts(body, type);
        expect(JSON.parse(parts[0]?.content.toString() ?? '')).toEqual(hik.face);
        expect([...(parts[1]?.content ?? [])]).toEqual([...bytes]);
      }),
    );
  });

  it('that are none have no parts', () => {
    expect(readParts(Buffer.from('--x\r\n\r\nhello'), 'multipart/form-data; boundary=x')).toEqual([]);
    expect(readParts(Buffer.from('hello'), 'text/plain')).toEqual([]);
  });
});
