import { type PassView } from '@gatehouse/contract/passage';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aPass } from '../testing/samples.ts';
import { toBase64url } from './base64url.ts';
import { type PassStore, type PhoneHalf } from './pass-store.ts';
import { keepPass, openKeptPass, openPass } from './registration.ts';

const memory = vi.hoisted(() => ({ halves: new Map<string, unknown>(), views: new Map<string, unknown>() }));
vi.mock('./pass-store.ts', () => ({
  passStore: {
    half: (id) => Promise.resolve(memory.halves.get(id) as PhoneHalf | undefined),
    keepHalf: (id, half) => Promise.resolve(void memory.halves.set(id, half) as never),
    dropHalf: (id) => Promise.resolve(void memory.halves.delete(id) as never),
    view: (id) => Promise.resolve(memory.views.get(id) as PassView | undefined),
    keepView: (view) => Promise.resolve(void memory.views.set(view.id, view) as never),
  } satisfies PassStore,
}));

/** The server's side: one pass, and the key registered for it. */
let server: { view: PassView; publicKey: string | null; calls: string[] };
const certificate = toBase64url(new Uint8Array(128));
const json = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));

function answer(path: string, init: RequestInit): Promise<Response> {
  const call = path.replace('/api/visitor/passes/p1', '');
  if (init.method === 'GET' && call === '') return json(server.view);
  server.calls.push(call);
  if (call === '/codes') return json({ codes: [], now: server.view.now });
  const input = JSON.parse((init.body as string | undefined) ?? '{}') as { publicKey?: string; move?: boolean };
  const publicKey = input.publicKey ?? 'server';
  if (server.publicKey && server.publicKey !== publicKey && !input.move)
    return json({ code: 'pass.on-another-phone', detail: '' }, 409);
  server.publicKey = publicKey;
  server.view = { ...server.view, key: 'this', certificate: input.publicKey ? certificate : null };
  return json(server.view);
}

beforeEach(() => {
  server = { view: aPass(), publicKey: null, calls: [] };
  vi.stubGlobal('indexedDB', {});
  vi.stubGlobal('fetch', answer);
});
afterEach(() => {
  vi.unstubAllGlobals();
  memory.halves.clear();
  memory.views.clear();
});

describe('a pass opened for the first time', () => {
  it('registers a key of this phone', async () => {
    const { view, codes } = await openPass('p1');
    expect(view.key).toBe('this');
    expect(await codes!.short(0)).toMatch(/^GH1:/);
    expect(codes!.long).not.toBeNull();
    expect(server.publicKey).toBe(toBase64url((memory.halves.get('p1') as PhoneHalf).publicKey));
  });

  it('is not registered again the next time', async () => {
    await openPass('p1');
    await openPass('p1');
    expect(server.calls).toEqual(['/key']);
  });

  it('registers the same key again after an answer was lost', async () => {
    await openPass('p1');
    const registered = server.publicKey;
    server.view = { ...server.view, key: 'other', certificate: null };
    expect((await openPass('p1')).codes).not.toBeNull();
    expect(server.publicKey).toBe(registered);
  });
});

describe('a pass on another phone', () => {
  beforeEach(() => {
    server.publicKey = 'another';
    server.view = { ...server.view, key: 'other' };
  });

  it('shows no code and asks first', async () => {
    const { view, codes } = await openPass('p1');
    expect([view.key, codes, server.calls]).toEqual(['other', null, []]);
  });

  it('moves here when told to', async () => {
    const { codes } = await openPass('p1', true);
    expect(codes).not.toBeNull();
    expect(server.publicKey).not.toBe('another');
  });

  it('drops the key this phone had before', async () => {
    memory.halves.set('p1', { publicKey: new Uint8Array(33), secret: new Uint8Array(12) });
    expect((await openPass('p1')).codes).toBeNull();
    expect(memory.halves.has('p1')).toBe(false);
  });
});

describe('a phone that cannot hold a key', () => {
  it('leaves it to the server', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const { codes } = await openPass('p1');
    expect(codes!.long).toBeNull();
    expect(server.calls).toEqual(['/server-key']);
    await codes!.short(0);
    expect(server.calls).toEqual(['/server-key', '/codes']);
  });
});

describe('without network', () => {
  it('opens the pass as last seen, with codes of its own', async () => {
    const { view } = await openPass('p1');
    await keepPass(view);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    const kept = (await openKeptPass('p1'))!;
    expect(kept.view.passNumber).toBe('48210937');
    expect(await kept.codes!.short(0)).toMatch(/^GH1:/);
  });

  it('has nothing of a pass never opened', async () => expect(await openKeptPass('p1')).toBeNull());
});

describe('a pass that is over', () => {
  it('registers nothing', async () => {
    server.view = { ...server.view, state: 'revoked' };
    expect((await openPass('p1')).codes).toBeNull();
    expect(server.calls).toEqual([]);
  });
});
