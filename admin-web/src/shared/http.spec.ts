import { beforeEach, expect, it, vi } from 'vitest';
import { type ApiError, get, onSignedOut, post } from './http';
import { fakeServer, noContent, problem } from './testing/fake-server';

const failureOf = (request: Promise<unknown>) =>
  request.catch((failure: unknown) => failure as ApiError) as Promise<ApiError>;

beforeEach(() => {
  document.documentElement.lang = 'en';
  onSignedOut(() => undefined);
});

it('asks in the language of the page and leaves out filters that are not set', async () => {
  const [request] = await Promise.resolve(fakeServer({ 'GET /api/visits': { items: [] } })).then(async (requests) => {
    await get('/api/visits', { q: '', status: 'pending', limit: 50, after: undefined });
    return requests;
  });

  expect(request).toMatchObject({ query: { status: 'pending', limit: '50' }, headers: { 'Accept-Language': 'en' } });
  expect(Object.keys(request!.query)).toHaveLength(2);
});

it('turns a problem into an error with code, sentence, next action and fields', async () => {
  const fields = [{ path: 'plate', code: 'plate.shape', message: '车牌号格式不对' }];
  fakeServer({
    'POST /api/blacklist': Response.json(
      { code: 'request.invalid', detail: '提交的内容有误。', next: '请按提示修改后重试。', fields },
      { status: 422 },
    ),
  });

  const failure = await failureOf(post('/api/blacklist', {}));

  expect(failure).toMatchObject({
    status: 422,
    code: 'request.invalid',
    detail: '提交的内容有误。',
    next: '请按提示修改后重试。',
    fields,
  });
});

it('gives a code also to an answer that is no problem document', async () => {
  fakeServer({ 'GET /api/visits': new Response('<html>Bad gateway</html>', { status: 502 }) });

  expect(await failureOf(get('/api/visits'))).toMatchObject({ status: 502, code: 'server.error', detail: '' });
});

it('tells a missing network from a broken server', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));

  expect(await failureOf(get('/api/visits'))).toMatchObject({ status: 0, code: 'network.unreachable' });
});

it('reports the end of a session, and only that', async () => {
  const ended = vi.fn();
  onSignedOut(ended);
  fakeServer({
    'GET /api/visits': problem(403, 'auth.not-permitted', ''),
    'GET /api/passages': problem(401, 'auth.sign-in-needed', ''),
  });

  await failureOf(get('/api/visits'));
  expect(ended).not.toHaveBeenCalled();
  await failureOf(get('/api/passages'));
  expect(ended).toHaveBeenCalledOnce();
});

it('has nothing to say about an answer without content', async () => {
  fakeServer({ 'POST /api/approvals/a1/agreement': noContent });

  expect(await post('/api/approvals/a1/agreement', {})).toBeUndefined();
});
