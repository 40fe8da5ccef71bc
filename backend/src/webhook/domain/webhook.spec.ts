import { describe, expect, it } from '@jest/globals';
import { takeEvents } from '../../kernel/aggregate-root.js';
import { nextAttempt } from './retry.js';
import { Webhook } from './webhook.js';

const now = new Date('2026-11-23T01:00:00Z');
const input = {
  id: '1',
  name: '数据中台',
  events: ['visit.approved' as const],
  secret: new Uint8Array(32),
  by: '周涛',
};
const adding =
  (url: string, mayBePlain = false) =>
  () =>
    Webhook.add({ ...input, url }, mayBePlain, now);

describe('a webhook', () => {
  it('is told by https', () => {
    expect(takeEvents(adding('https://data.example.edu.cn/gatehouse?from=1')()).map(({ type }) => type)).toEqual([
      'webhook.added',
    ]);
  });

  it.each([
    'http://data.example.edu.cn/',
    'ftp://a.example/',
    'data.example',
    '',
    'https://me:secret@a.example/',
    'https://a.example/#x',
  ])('is not told at %p', (url) => expect(adding(url)).toThrow('webhook.address-wrong'));

  it('may be told by http where everything is a trial', () => {
    expect(adding('http://localhost:9000/', true)).not.toThrow();
  });

  it('keeps the secret before for a day when it gets a new one', () => {
    const webhook = adding('https://a.example/')();
    webhook.roll(new Uint8Array([1]), '周涛', now);
    expect(webhook).toMatchObject({
      previousSecret: input.secret,
      previousUntil: new Date('2026-11-24T01:00:00Z'),
      secret: new Uint8Array([1]),
    });
  });
});

describe('a message that nobody took', () => {
  it('is tried again after ever longer pauses, for about two and a half days, then a person has to look', () => {
    const pauses = Array.from({ length: 9 }, (_, failed) => nextAttempt(failed + 1, now)?.getTime());
    const seconds = pauses.map((at) => (at === undefined ? null : (at - now.getTime()) / 1000));
    expect(seconds).toEqual([10, 60, 300, 1800, 7200, 28_800, 86_400, 86_400, null]);
  });
});
