import { describe, expect, it } from 'vitest';
import { guardApp, visitApp } from '../../build/offline-worker.ts';
import { cacheName, outdated, planFor } from './plan.ts';

const origin = 'https://gate.example.edu.cn';
const { opens } = visitApp;
const open = (path: string, pattern = opens) =>
  planFor({ url: origin + path, method: 'GET', mode: 'navigate' }, origin, pattern);
const load = (path: string, method = 'GET') => planFor({ url: origin + path, method, mode: 'cors' }, origin, opens);

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
    expect(
      planFor({ url: 'https://else.example/h5/assets/a.js', method: 'GET', mode: 'cors' }, origin, opens),
    ).toBeNull();
  });

  it('drops the caches of other builds, and only its own kind', () => {
    expect(outdated([cacheName('visit', '1'), cacheName('visit', '2'), cacheName('guard', '1')], 'visit', '2')).toEqual(
      [cacheName('visit', '1')],
    );
  });
});

describe('the worker of the guard page', () => {
  it.each(['/guard/', '/guard/?lang=en'])('keeps %s openable', (path) =>
    expect(open(path, guardApp.opens)).toBe('page'),
  );

  it.each(['/visit/', '/api/gate/v1/bundle'])('does not answer for %s', (path) =>
    expect(open(path, guardApp.opens)).toBeNull(),
  );
});
