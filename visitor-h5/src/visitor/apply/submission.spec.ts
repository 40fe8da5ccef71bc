// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anApplication } from '../testing/samples.ts';
import { toRequest } from './application.ts';
import { useSubmission } from './submission.ts';

const accepted = { id: 'v1', number: '20261122000001', status: 'pending', next: { kind: 'host', who: '杨*' } };
const request = toRequest(anApplication(), true, '1');
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

let answers: (() => Promise<Response>)[];
let keys: string[];
const created = () => Promise.resolve(new Response(JSON.stringify(accepted), { status: 201 }));
const dropped = () => Promise.reject(new TypeError('network'));

beforeEach(() => {
  keys = [];
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    keys.push((init.headers as Record<string, string>)['idempotency-key']!);
    return answers.shift()!();
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe('a submission', () => {
  it('carries a key and answers what the server says', async () => {
    answers = [created];
    await expect(useSubmission().submit(request)).resolves.toEqual(accepted);
    expect(keys[0]).toMatch(uuid);
  });

  it('keeps its key when the network drops, and says so', async () => {
    answers = [dropped, created];
    const { error, submit } = useSubmission();
    await expect(submit(request)).resolves.toBeUndefined();
    expect(error.value?.isOffline).toBe(true);
    await submit(request);
    expect(error.value).toBeUndefined();
    expect(keys[1]).toBe(keys[0]);
  });

  it('keeps its key when the page was closed in between', async () => {
    answers = [dropped, created];
    await useSubmission().submit(request);
    await useSubmission().submit(request);
    expect(keys[1]).toBe(keys[0]);
  });

  it('gets a new key when its content changed', async () => {
    answers = [dropped, created];
    const { submit } = useSubmission();
    await submit(request);
    await submit({ ...request, reason: '别的' });
    expect(keys[1]).toMatch(uuid);
    expect(keys[1]).not.toBe(keys[0]);
  });

  it('is sent once when pressed twice', async () => {
    let release = (_: Response): void => undefined;
    answers = [() => new Promise((resolve) => (release = resolve))];
    const { isPending, submit } = useSubmission();
    const first = submit(request);
    await expect(submit(request)).resolves.toBeUndefined();
    expect(isPending.value).toBe(true);
    release(await created());
    await expect(first).resolves.toEqual(accepted);
    expect(keys).toHaveLength(1);
    expect(isPending.value).toBe(false);
  });
});

describe('the request', () => {
  it('has a plate only for a car', () => {
    const application = { ...anApplication(), plate: '浙ED12345' };
    expect(toRequest(application, true, '1')).not.toHaveProperty('plate');
    expect(toRequest({ ...application, transport: 'car' }, true, '1').plate).toBe('浙ED12345');
  });

  it('names the host as the policy wants it', () => {
    const application = { ...anApplication(), hostName: ' 杨思远 ', hostMobile: '13900139000' };
    expect(toRequest(application, true, '1').host).toEqual({ staffId: 'h1' });
    expect(toRequest(application, false, '1').host).toEqual({ name: '杨思远', mobile: '13900139000' });
  });
});
