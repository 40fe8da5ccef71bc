import { describe, expect, it } from 'vitest';
import { cacheName, outdated, planFor } from './plan.ts';

const origin = 'https://gate.example.edu.cn';
const open = (path: string) => planFor({ url: origin + path, method: 'GET', mode: 'navigate' }, origin);
const load = (path: string, method = 'GET') => planFor({ url: origin + path, method, mode: 'cors' }, origin);

describe('the worker of the visitor app', () => {
  it.each(['/visit/pass/019', '/visit/pass/019?lang=en', '/visit/records', '/visit/records/', '/visit/records/019'])(
    'keeps %s openable',
    (path) => expect(open(path)).toBe('page'),
  );

  it.each(['/visit/', '/visit/apply', '/visit/pass/', '/visit/recordsx', '/host/', '/h5/assets/a.js'])(
    'does not answer for %s',
    (path) => expect(open(path)).toBeNull(),
  );

  it('keeps fingerprinted files', () => expect(load('/h5/assets/base-1.js')).toBe('asset'));

  it.each(['/api/visitor/visits', '/api/visitor/passes/019', '/h5/visitor.html'])('never keeps %s', (path) =>
    expect(load(path)).toBeNull(),
  );

  it('leaves writing requests and other servers alone', () => {
    expect(load('/h5/assets/a.js', 'POST')).toBeNull();
    expect(planFor({ url: 'https://else.example/h5/assets/a.js', method: 'GET', mode: 'cors' }, origin)).toBeNull();
  });

  it('drops the caches of other builds, and only its own kind', () => {
    expect(outdated([cacheName('1'), cacheName('2'), 'other'], '2')).toEqual([cacheName('1')]);
  });
});
