import { cacheName, outdated, planFor } from './plan.ts';

/** Filled in by the build, for each app: `page` answers its addresses, `files` is what they need besides. */
declare const __OFFLINE__: { version: string; page: string; files: string[]; name: string; opens: string };

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  location: Location;
  clients: { claim(): Promise<void> };
  addEventListener(kind: 'install' | 'activate', act: (event: Extendable) => void): void;
  addEventListener(kind: 'fetch', act: (event: Fetching) => void): void;
}

const PATIENCE_MS = 4_000;
const { version, page, files, name, opens } = __OFFLINE__;
const worker = self as unknown as Worker;
const kept = () => caches.open(cacheName(name, version));

worker.addEventListener('install', (event) => {
  event.waitUntil(kept().then((cache) => cache.addAll([new Request(page, { cache: 'reload' }), ...files])));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOutdated().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
  const plan = planFor(event.request, worker.location.origin, opens);
  if (plan === 'page') event.respondWith(newestPage(event.request));
  if (plan === 'asset') event.respondWith(asset(event.request));
});

async function dropOutdated(): Promise<void> {
  await Promise.all(outdated(await caches.keys(), name, version).map((old) => caches.delete(old)));
}

/** A weak network at the gate must not keep anybody waiting: after some seconds the kept page opens. */
async function newestPage(request: Request): Promise<Response> {
  const old = await (await kept()).match(page);
  if (!old) return fetch(request);
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(request, { signal: patience.signal });
    return answer.status < 500 ? answer : old;
  } catch {
    return old;
  } finally {
    clearTimeout(timer);
  }
}

async function asset(request: Request): Promise<Response> {
  const cache = await kept();
  const old = await cache.match(request);
  if (old) return old;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone()).catch(() => undefined);
  return answer;
}
