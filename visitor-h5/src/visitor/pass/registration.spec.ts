import { type PassView } from '@gatehouse/contract/passage';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aPass } from '../testing/samples.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { type PassStore, type PhoneHalf } from './pass-store.ts';
import { keepPass, openKeptPass, openPass } from './registration.ts';

const memory = vi.hoisted(() => ({ halves: new Map<string, unknown>(), views: new Map<string, unknown>() }));
vi.mock('./pass-store.ts', () => ({
  passStore: {
    half: (id) => Promise.resolve(memory.halves.get(id) as PhoneHalf | undefined),
    keepHalf: (id, half) => Promise.resolve(void memory.halves.set(id, half) as never),
    dropHalf: (id) => Promise.resolve(void memory.halves.delete(id) as never),
    view: (id) => Promise.resolve(memory.views.get(id) as PassView | undefined),
    views: () => Promise.resolve([...memory.views.values()] as PassView[]),
    keepView: (view) => Promise.resolve(void memory.views.set(view.id, view) as never),
  } satisfies PassStore,
}));

/** The server's side: one pass, and the key in force for it (`server`: held there). */
let server: { view: PassView; publicKey: string | null; calls: string[] };
const json = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));

function certificateFor(publicKey: string): string {
  const bytes = new Uint8Array(128);
  bytes[0] = 1;
  if (publicKey.length === 44) bytes.set(fromBase64url(publicKey), 31);
  return toBase64url(bytes);
}

function viewFor(publicKey: string | null): PassView {
  const inForce = server.publicKey;
  const key = !inForce ? 'none' : inForce === 'server' || inForce === publicKey ? 'this' : 'other';
  return { ...server.view, key, certificate: inForce && certificateFor(inForce) };
}

function answer(url: string, init: RequestInit): Promise<Response> {
  const { pathname, searchParams } = new URL(url, 'https://campus.example');
  const call = pathname.replace('/api/visitor/passes/p1', '');
  if (call === '') return json(viewFor(searchParams.get('publicKey')));
  server.calls.push(call);
  if (call === '/codes') return json({ codes: [], now: server.view.now });
  const input = JSON.parse(init.body as string) as { publicKey?: string; move?: boolean };
  const publicKey = input.publicKey ?? 'server';
  if (server.publicKey && server.publicKey !== publicKey && !input.move)
    return json({ code: 'pass.on-another-phone', detail: '' }, 409);
  server.publicKey = publicKey;
  return json(viewFor(publicKey));
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

  it('is found registered after the answer was lost', async () => {
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      const answered = await answer(url, init);
      if (init.method === 'POST') throw new TypeError('lost');
      return answered;
    });
    await expect(openPass('p1')).rejects.toMatchObject({ code: 'network.offline' });
    vi.stubGlobal('fetch', answer);
    expect((await openPass('p1')).codes!.long).not.toBeNull();
    expect(server.calls).toEqual(['/key']);
  });
});

describe('a pass on another phone', () => {
  beforeEach(() => {
    server.publicKey = 'another';
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
    memory.halves.set('p1', { publicKey: new Uint8Array(33).fill(2), secret: new Uint8Array(12) });
    expect((await openPass('p1')).codes).toBeNull();
    expect(memory.halves.has('p1')).toBe(false);
  });

  it('asks also when another phone was quicker', async () => {
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
      if (init.method === 'GET') return json({ ...server.view, key: 'none' });
      return answer(url, init);
    });
    const { view, codes } = await openPass('p1');
    expect([view.key, codes, memory.halves.size]).toEqual(['other', null, 0]);
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

describe('a key that the server holds', () => {
  it('serves any phone, also one with a key that no longer counts', async () => {
    server.publicKey = 'server';
    memory.halves.set('p1', { publicKey: new Uint8Array(33).fill(2), secret: new Uint8Array(12) });
    const { codes } = await openPass('p1');
    expect(codes!.long).toBeNull();
    await codes!.short(0);
    expect(server.calls).toEqual(['/codes']);
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
