/** What the worker does with a request; null leaves it to the browser. */
export type Plan = 'page' | 'asset' | null;

interface Asked {
  url: string;
  method: string;
  mode: string;
}

/** The app a worker serves, as the build names it. */
export interface OfflineApp {
  /** its caches begin with this word */
  name: string;
  /** the addresses that open without network, as a pattern of the path */
  opens: string;
}

/** Some pages of the app open without network, and files with a fingerprint never change. Nothing else is kept. */
export function planFor({ url, method, mode }: Asked, origin: string, opens: string): Plan {
  const { origin: asked, pathname } = new URL(url);
  if (method !== 'GET' || asked !== origin) return null;
  if (mode === 'navigate') return new RegExp(opens).test(pathname) ? 'page' : null;
  return pathname.startsWith('/h5/assets/') ? 'asset' : null;
}

const prefixOf = (app: string): string => `gatehouse-${app}-`;

export const cacheName = (app: string, version: string): string => prefixOf(app) + version;

/** The caches of other builds of the same app. */
export const outdated = (names: readonly string[], app: string, version: string): string[] =>
  names.filter((name) => name.startsWith(prefixOf(app)) && name !== cacheName(app, version));
