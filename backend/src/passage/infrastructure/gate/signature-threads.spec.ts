import { createECDH, createPrivateKey, sign } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { compress, toLowS } from '@gatehouse/contract/pass/p256';
import { SignatureThreads } from './signature-threads.js';

const threads = new SignatureThreads();
const message = Buffer.from('GH1 a message of a phone');

function phone() {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  const point = pair.getPublicKey();
  const part = (bytes: Buffer) => bytes.toString('base64url');
  const d = Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32);
  const jwk = { kty: 'EC', crv: 'P-256', d: part(d), x: part(point.subarray(1, 33)), y: part(point.subarray(33)) };
  const key = createPrivateKey({ format: 'jwk', key: jwk });
  const signature = toLowS(new Uint8Array(sign('sha256', message, { key, dsaEncoding: 'ieee-p1363' })));
  return { point: new Uint8Array(point), signature };
}

describe('the threads for signatures', () => {
  afterAll(() => threads.onApplicationShutdown());

  it('answer each of many questions asked at once for itself', async () => {
    const phones = Array.from({ length: 40 }, phone);
    const answers = await Promise.all(
      phones.map(({ point, signature }, at) => {
        const shown = at % 3 === 0 ? (phones[(at + 1) % phones.length]?.signature ?? signature) : signature;
        return threads.verify(point, message, shown);
      }),
    );
    expect(answers).toEqual(phones.map((_, at) => at % 3 !== 0));
  });

  it('take compressed keys, and call a key that is no point false', async () => {
    const { point, signature } = phone();
    const bent = point.with(40, (point[40] ?? 0) ^ 1);
    const answers = [compress(point), bent, new Uint8Array(33)].map((key) => threads.verify(key, message, signature));
    expect(await Promise.all(answers)).toEqual([true, false, false]);
  });

  it('lose nothing when they are ended in the middle', async () => {
    const { point, signature } = phone();
    const answers = Array.from({ length: 30 }, () => threads.verify(point, message, signature));
    await new Promise(setImmediate);
    await threads.onApplicationShutdown();
    expect(await Promise.all(answers)).toEqual(answers.map(() => true));
  });
});
