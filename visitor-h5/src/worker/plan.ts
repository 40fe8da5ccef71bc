/** What the worker does with a request; null leaves it to the browser. */
export type Plan = 'page' | 'asset' | null;

interface Asked {
  url: string;
  method: string;
  mode: string;
}

/** Passes and records open without network, and files with a fingerprint never change. Nothing else is kept. */
export function planFor({ url, method, mode }: Asked, origin: string): Plan {
  const { origin: asked, pathname } = new URL(url);
  if (method !== 'GET' || asked !== origin) return null;
  if (mode === 'navigate') return /^\/visit\/(?:pass\/.|records(?:\/|$))/.test(pathname) ? 'page' : null;
  return pathname.startsWith('/h5/assets/') ? 'asset' : null;
}

const PREFIX = 'gatehouse-visit-';

export const cacheName = (version: string): string => PREFIX + version;

/** The caches of other builds. */
export const outdated = (names: readonly string[], version: string): string[] =>
  names.filter((name) => name.startsWith(PREFIX) && name !== cacheName(version));
