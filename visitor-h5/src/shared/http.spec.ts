// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError, get, post } from './http.ts';
import { chooseLocale } from './i18n.ts';

const answer = (body: string, init: ResponseInit = {}) => {
  const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(new Response(body, init)));
  vi.stubGlobal('fetch', fetch);
  return fetch;
};
const failureOf = (request: Promise<unknown>) =>
  request.then(
    () => {
      throw new Error('the request succeeded');
    },
    (failure: unknown) => failure as ApiError,
  );

afterEach(() => vi.unstubAllGlobals());

describe('a request', () => {
  it('asks in the language chosen, on the same origin, with its query and without empty parameters', async () => {
    const fetch = answer('[]');
    await chooseLocale('en');
    await get('/api/units', { query: { campus: 'c 1', q: '', after: undefined } });
    const [url, init] = fetch.mock.calls[0]!;
    expect(url).toBe('/api/units?campus=c+1');
    expect(init).toMatchObject({ method: 'GET', credentials: 'same-origin', headers: { 'accept-language': 'en' } });
    await chooseLocale('zh');
  });

  it('sends a body as JSON with further headers', async () => {
    const fetch = answer('{"id":"1"}', { status: 201 });
    await expect(post('/api/visits', { reason: '参观' }, { headers: { 'idempotency-key': 'k' } })).resolves.toEqual({
      id: '1',
    });
    expect(fetch.mock.calls[0]![1]).toMatchObject({
      body: '{"reason":"参观"}',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k', 'accept-language': 'zh-CN' },
    });
  });

  it('answers nothing for an empty body', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 204 })));
    await expect(post('/api/visitor/visits/1/cancellation', {})).resolves.toBeUndefined();
  });
});

describe('a failed request', () => {
  it('carries code, sentence, next action and fields of the problem', async () => {
    const fields = [{ path: 'companions.0.documentNumber', code: 'x', message: '号码有误' }];
    answer(JSON.stringify({ code: 'request.invalid', detail: '提交的内容有误。', next: '请修改', fields }), {
      status: 422,
    });
    const failure = await failureOf(post('/api/visits', {}));
    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({
      code: 'request.invalid',
      status: 422,
      message: '提交的内容有误。',
      next: '请修改',
      fields,
    });
    expect(failure.isOffline).toBe(false);
  });

  it('has a sentence also when a proxy answers with a page', async () => {
    answer('<html>Bad gateway</html>', { status: 502 });
    expect(await failureOf(get('/api/booking'))).toMatchObject({ code: 'server.error', status: 502, fields: [] });
  });

  it('is offline when there is no answer', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const failure = await failureOf(get('/api/booking'));
    expect(failure).toMatchObject({ code: 'network.offline', status: 0 });
    expect(failure.isOffline).toBe(true);
  });

  it('is offline when the answer takes too long', async () => {
    vi.stubGlobal(
      'fetch',
      (_: string, { signal }: RequestInit) =>
        new Promise((_, reject) => signal!.addEventListener('abort', () => reject(new Error('aborted')))),
    );
    expect((await failureOf(get('/api/booking', { timeout: 5 }))).isOffline).toBe(true);
  });
});
